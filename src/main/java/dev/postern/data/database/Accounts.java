package dev.postern.data.database;

import java.time.Instant;

/** The app's account records (H14). */
public interface Accounts {

    /** Creates or updates by issuer and subject, counting the sign-in; the unique link decides which of two first sign-ins creates. */
    Account upsert(String issuer, String subject, String displayName, String email, Instant now);
}
