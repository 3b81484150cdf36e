package dev.postern.identity.failure;

import dev.postern.data.StoreUnavailable;
import dev.postern.data.queue.EventsNotDurable;
import dev.postern.identity.password.PasswordsBusy;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.platform.request.BodyRefused;
import dev.postern.protocol.RequestParameters.RepeatedParameter;
import dev.postern.protocol.UrlEncoded;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.WebApplicationException;
import org.jspecify.annotations.Nullable;

/** What an exception means to whoever asked. */
final class Failure {

    private static final int DEEPEST = 20;

    private Failure() {}

    /** Containers wrap what interceptors and transactions throw, so causes are looked at as well. */
    static Problem of(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            Problem problem = known(cause);
            if (problem != null) {
                return problem;
            }
            cause = cause.getCause();
        }
        return Problem.BROKEN;
    }

    /** The status of the answer: that of the problem, where JAX-RS has not chosen a more special one. */
    static int status(Throwable thrown) {
        return thrown instanceof WebApplicationException web
                ? web.getResponse().getStatus()
                : of(thrown).status();
    }

    /** What happened and its innermost cause, in one line. */
    static String line(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause.getCause() != null && depth < DEEPEST; depth++) {
            cause = cause.getCause();
        }
        String text = cause == thrown ? thrown.toString() : thrown + ": " + cause;
        return text.replaceAll("\\s+", " ");
    }

    private static @Nullable Problem known(Throwable thrown) {
        if (thrown instanceof PageRefused refused) {
            return refused.problem();
        }
        if (thrown instanceof StoreUnavailable
                || thrown instanceof EventsNotDurable
                || thrown instanceof RollbackException) { // the database was lost at the commit
            return Problem.UNAVAILABLE;
        }
        if (thrown instanceof PasswordsBusy) {
            return Problem.BUSY;
        }
        if (thrown instanceof BodyRefused body) {
            return Problem.ofStatus(body.status());
        }
        if (thrown instanceof UrlEncoded.Malformed || thrown instanceof RepeatedParameter) {
            return Problem.BAD_REQUEST;
        }
        return thrown instanceof WebApplicationException web
                ? Problem.ofStatus(web.getResponse().getStatus())
                : null;
    }
}
