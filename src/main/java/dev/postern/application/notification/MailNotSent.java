package dev.postern.application.notification;

/** A mail did not go out. */
final class MailNotSent extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean worthRetrying;

    MailNotSent(String reason, boolean worthRetrying, Throwable cause) {
        super(reason, cause);
        this.worthRetrying = worthRetrying;
    }

    /** Whether it may work later: the server was away, or refused for now. */
    boolean isWorthRetrying() {
        return worthRetrying;
    }
}
