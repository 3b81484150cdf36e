package dev.postern.data.database;

import java.time.Instant;

/** The application's own account record (B2), linked to a user by issuer and subject. */
public record Account(
        String id,
        String issuer,
        String subject,
        String displayName,
        String email,
        Instant createdAt,
        Instant lastSignInAt,
        long signIns) {}
