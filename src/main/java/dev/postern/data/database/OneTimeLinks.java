package dev.postern.data.database;

import java.time.Duration;
import java.time.Instant;

/** Links that work once, such as the one that makes the first administrator. Only the hash of the secret is stored. */
public interface OneTimeLinks {

    void add(String secretHash, String purpose, Duration lifetime);

    boolean isValid(String secretHash, String purpose);

    /** Spends the link by one conditional update; false if it was spent, has expired or never was. Joins the caller's transaction. */
    boolean spend(String secretHash, String purpose);

    /** Deletes up to {@code limit} expired links. @return how many */
    int purge(Instant now, int limit);
}
