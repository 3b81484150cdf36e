package dev.postern.data.database;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Consent that is remembered: the user's grant to a client, one row per user and client. */
public interface Consents {

    /** @return what the user has granted, empty if nothing */
    Optional<Permissions> find(String subject, String clientId);

    /** All that a person has granted, the oldest first. */
    List<Consent> of(String subject);

    /** Adds to what is granted already; since when stays as it was. */
    void remember(String subject, String clientId, Permissions given, Instant now);

    boolean withdraw(String subject, String clientId);
}
