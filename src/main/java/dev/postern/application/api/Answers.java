package dev.postern.application.api;

import dev.postern.platform.Json;
import dev.postern.platform.ProblemDetails;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** The API's answers as ready bytes, never cached: they belong to one person. */
final class Answers {

    private Answers() {}

    static Response.ResponseBuilder json(int status, Object body) {
        return body(status, "application/json", Json.write(body));
    }

    static Response.ResponseBuilder problem(ProblemDetails problem) {
        return body(problem.status(), ProblemDetails.MEDIA_TYPE, problem.json());
    }

    /** 503 in the API's form: RFC 9110 section 15.6.4. */
    static Response.ResponseBuilder unavailable() {
        return problem(new ProblemDetails(503, "Service Unavailable", "Try again in a moment."))
                .header("Retry-After", "1");
    }

    private static Response.ResponseBuilder body(int status, String type, String text) {
        return Response.status(status)
                .type(type)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .entity(text.getBytes(StandardCharsets.UTF_8));
    }
}
