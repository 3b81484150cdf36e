package dev.postern.data.refreshtoken;

import java.time.Instant;
import java.util.Optional;

/** Refresh token families as administrators see them. */
public interface FamilyRegister {

    /** The family of a grant; empty if it has none or it was purged. */
    Optional<FoundFamily> ofGrant(String grantId);

    /** How many families of a client still count, up to a bound. It reads along the table. */
    int liveOf(String clientId, int atMost);

    /**
     * A family: one chain of tokens, of which the last alone is usable.
     *
     * @param lastRotatedAt when the usable token was made
     * @param revokedAt empty while it counts
     */
    record FoundFamily(
            String id,
            int generation,
            Instant createdAt,
            Instant lastRotatedAt,
            Instant idleExpiresAt,
            Instant expiresAt,
            Optional<Instant> revokedAt,
            String reason) {}
}
