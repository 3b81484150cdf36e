package dev.postern.data;

/** A database or cache did not answer in time. Endpoints answer 503 with Retry-After; nothing was written by the failed call. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param store the box's name, for the log: never shown to a client */
    public StoreUnavailable(String store, Throwable cause) {
        super(store + " does not answer", cause);
    }
}
