package dev.postern.data.database;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Requests that must have their effect once, however often they come. Calls join the caller's transaction. */
public interface IdempotencyKeys {

    /**
     * Takes a key, by one insert. Whoever comes at the same time waits until the first has committed or given up.
     *
     * @param fingerprint of what is asked for
     * @return false if it was taken before and has not expired
     */
    boolean take(String key, String fingerprint, Duration lifetime);

    /** Keeps what the request was answered. @param answer sealed, as it may hold secrets */
    void answered(String key, String answer);

    /** What is known of a key that was taken. */
    Optional<Taken> find(String key);

    /** Deletes up to {@code limit} expired keys. @return how many */
    int purge(Instant now, int limit);

    record Taken(String fingerprint, String answer) {}
}
