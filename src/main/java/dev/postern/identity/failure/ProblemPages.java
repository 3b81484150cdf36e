package dev.postern.identity.failure;

import dev.postern.page.ErrorPage;
import dev.postern.page.Languages;
import dev.postern.page.Problem;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The error page for people as a JAX-RS answer. */
@Service
public class ProblemPages {

    private static final String RETRY_IN_SECONDS = "1";

    private final Issuer issuer;

    @Inject
    public ProblemPages(Issuer issuer) {
        this.issuer = issuer;
    }

    public Response page(Problem problem, HttpHeaders headers) {
        ErrorPage page = new ErrorPage(
                problem,
                CurrentRequest.get().requestId(),
                Languages.choose(null, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)),
                issuer.path());
        Response.ResponseBuilder response = Response.status(page.status())
                .type("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .entity(page.html());
        if (problem == Problem.UNAVAILABLE) {
            response.header("Retry-After", RETRY_IN_SECONDS);
        }
        return response.build();
    }
}
