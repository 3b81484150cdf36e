package dev.postern.data.database;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Links that work once, such as the one that makes the first administrator. Only the hash of the secret is stored. */
public interface OneTimeLinks {

    void add(String secretHash, String purpose, Duration lifetime);

    /** One for a person; those that they have got for this purpose before are worth nothing any more. Joins the caller's transaction. */
    void addFor(String subject, String secretHash, String purpose, Duration lifetime);

    /** Whom a link that is valid is for. */
    Optional<String> subjectOf(String secretHash, String purpose);

    /** The links of a person for this purpose are worth nothing any more. */
    void withdraw(String subject, String purpose);

    boolean isValid(String secretHash, String purpose);

    /** Spends the link by one conditional update; false if it was spent, has expired or never was. Joins the caller's transaction. */
    boolean spend(String secretHash, String purpose);

    /** Deletes up to {@code limit} expired links. @return how many */
    int purge(Instant now, int limit);
}
