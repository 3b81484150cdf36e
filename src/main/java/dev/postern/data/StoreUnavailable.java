package dev.postern.data;

/**
 * A database or cache did not answer in time. Endpoints answer 503 with Retry-After. Nothing was written by the failed call, except where the
 * answer to the commit itself was lost: then nobody knows.
 */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param store the box's name, for the log: never shown to a client */
    public StoreUnavailable(String store, Throwable cause) {
        super(store + " does not answer", cause);
    }
}
