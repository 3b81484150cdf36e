package dev.postern.platform.outgoing;

/** A fetch that was refused or came to nothing. The message is for logs: whoever named the address must not learn from it what is there. */
public final class FetchFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Reason {
        /** Not https, or no host: it was not called. */
        NOT_ALLOWED,
        /** The name leads to an address that is not public: it was not called. */
        PRIVATE_ADDRESS,
        UNREACHABLE,
        TOO_SLOW,
        TOO_LARGE,
        NOT_HTTP,
        /** Too many fetches are under way. */
        BUSY
    }

    private final Reason reason;

    FetchFailed(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
