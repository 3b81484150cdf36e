package dev.postern.bearer;

/** Whether a token is good cannot be found out now: 503 with Retry-After. The message is for the log. */
public final class BearerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BearerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    BearerUnavailable(String message) {
        super(message);
    }
}
