package dev.postern.identity.failure;

import dev.postern.identity.http.JsonAnswers;
import dev.postern.page.Problem;
import dev.postern.platform.CurrentRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Answers every exception that has no mapper of its own, in the format of the path: our error page, an OAuth error (RFC 6749
 * section 5.2) or problem details (RFC 9457). Never a stack trace and never a page of the server's.
 */
@Provider
public class UnansweredFailures implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(UnansweredFailures.class.getName());

    @Inject
    ProblemPages pages;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && isAnswered(web.getResponse())) {
            return web.getResponse();
        }
        Problem problem = Failure.of(thrown);
        if (problem == Problem.BROKEN) {
            LOG.log(
                    Level.SEVERE,
                    thrown,
                    () -> "request " + CurrentRequest.get().requestId() + " failed");
        } else if (problem == Problem.UNAVAILABLE) {
            LOG.warning(() -> "Answered 503: " + Failure.line(thrown));
        }
        int status = thrown instanceof WebApplicationException web
                ? web.getResponse().getStatus()
                : problem.status();
        Response answer = answer(problem, status);
        return thrown instanceof WebApplicationException web ? withAllow(answer, web) : answer;
    }

    /** Redirects and answers that a resource has written itself. */
    private static boolean isAnswered(Response response) {
        return response.getStatus() < 400 || response.hasEntity();
    }

    private Response answer(Problem problem, int status) {
        return switch (AnswerFormat.of("/" + uri.getPath().replaceFirst("^/+", ""))) {
            case HTML ->
                Response.fromResponse(pages.page(problem, headers))
                        .status(status)
                        .build();
            case OAUTH_JSON -> status == 503 ? JsonAnswers.unavailable() : JsonAnswers.failure(status);
            case PROBLEM_JSON ->
                json(
                        problem,
                        status,
                        "application/problem+json",
                        "{\"type\":\"about:blank\",\"status\":" + status + ",\"title\":\""
                                + (status < 500 ? "The request was refused" : "The server cannot answer now") + "\"}");
        };
    }

    private static Response json(Problem problem, int status, String type, String body) {
        Response.ResponseBuilder response = Response.status(status)
                .type(type)
                .header("Cache-Control", "no-store")
                .entity(body);
        if (problem == Problem.UNAVAILABLE) {
            response.header("Retry-After", "1");
        }
        return response.build();
    }

    /** RFC 9110 section 15.5.6: a 405 says what would be allowed. */
    private static Response withAllow(Response answer, WebApplicationException web) {
        String allow = web.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }
}
