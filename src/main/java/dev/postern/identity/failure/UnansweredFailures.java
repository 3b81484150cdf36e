package dev.postern.identity.failure;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers every exception of a JAX-RS resource that has no mapper of its own.
 *
 * <p>The request is CDI's: the one that {@code @Context} gives to a mapper cannot be relied on in RESTEasy of Open Liberty, where its methods throw.
 */
@Provider
public class UnansweredFailures implements ExceptionMapper<Throwable> {

    @Inject
    FailureAnswers failures;

    @Inject
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && isAnswered(web.getResponse())) {
            return web.getResponse();
        }
        Response answer = failures.answer(thrown, request).toResponse();
        return thrown instanceof WebApplicationException web ? withAllow(answer, web) : answer;
    }

    /** Redirects and answers that a resource has written itself. */
    private static boolean isAnswered(Response response) {
        return response.getStatus() < 400 || response.hasEntity();
    }

    /** RFC 9110 section 15.5.6: a 405 says what would be allowed. */
    private static Response withAllow(Response answer, WebApplicationException web) {
        String allow = web.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }
}
