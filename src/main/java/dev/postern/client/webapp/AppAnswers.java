package dev.postern.client.webapp;

import dev.postern.data.StoreUnavailable;
import dev.postern.data.queue.EventsNotDurable;
import dev.postern.page.ErrorPage;
import dev.postern.page.Languages;
import dev.postern.page.Problem;
import dev.postern.page.Words;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Service;
import dev.postern.platform.outgoing.OutgoingCalls;
import dev.postern.platform.outgoing.Permits;
import dev.postern.platform.request.BodyRefused;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The app's answers: pages as ready text, never cached. */
@Service
public class AppAnswers {

    private static final Logger LOG = Logger.getLogger(AppAnswers.class.getName());

    private final AppIdentity identity;

    @Inject
    public AppAnswers(AppIdentity identity) {
        this.identity = identity;
    }

    static Words words(@Nullable String acceptLanguage) {
        return Words.of("app", Languages.choose(null, acceptLanguage));
    }

    static Response.ResponseBuilder page(int status, String html) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept-Language, Cookie")
                .entity(html);
    }

    static Response.ResponseBuilder redirect(String location) {
        return Response.status(303).header("Location", location).header("Cache-Control", "no-store");
    }

    Response problem(Problem problem, Locale language, CurrentRequest request) {
        ErrorPage page = new ErrorPage(problem, request.requestId(), language, identity.assetsRoot());
        Response.ResponseBuilder answer = page(page.status(), page.html());
        return problem == Problem.UNAVAILABLE
                ? answer.header("Retry-After", "1").build()
                : answer.build();
    }

    /** The page for whatever went wrong. */
    Response failure(Throwable failure, Words words, CurrentRequest request) {
        Throwable cause = OutgoingCalls.cause(failure);
        if (cause instanceof SignInFailed failed) {
            LOG.log(Level.INFO, "A sign-in at the app failed: {0}", failed.getMessage());
            String html = new FailedPage(words, identity, failed.reason(), request.requestId()).html();
            return page(failed.reason().status(), html).build();
        }
        return problem(problem(cause), words.language(), request);
    }

    private static Problem problem(Throwable cause) {
        if (cause instanceof WebApplicationException refused) {
            return Problem.ofStatus(refused.getResponse().getStatus());
        }
        if (cause instanceof BodyRefused body) {
            return Problem.ofStatus(body.status());
        }
        if (cause instanceof StoreUnavailable
                || cause instanceof EventsNotDurable
                || cause instanceof Permits.Overloaded
                || cause instanceof IOException
                || cause instanceof TimeoutException) {
            LOG.log(Level.WARNING, "The app answers 503: {0}, because of {1}", new Object[] {cause, cause.getCause()});
            return Problem.UNAVAILABLE;
        }
        LOG.log(Level.SEVERE, "The app failed", cause);
        return Problem.BROKEN;
    }
}
