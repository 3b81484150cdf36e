package dev.postern.data.refreshtoken;

import dev.postern.protocol.GrantedClaims;
import dev.postern.protocol.Scope;
import java.time.Instant;
import java.util.List;

/**
 * A refresh token family: one grant's chain of refresh tokens of which at most one is usable.
 *
 * @param sessionId the session it ends with, unless it is offline
 * @param authTime when the user signed in: {@code auth_time} of ID tokens issued at refresh
 * @param expiresAt the absolute end, whatever the use
 * @param idleExpiresAt the end unless it is used before
 */
public record RefreshTokenFamily(
        String id,
        String grantId,
        String clientId,
        String subject,
        String sessionId,
        Scope scope,
        List<String> resource,
        GrantedClaims claims,
        boolean offline,
        Instant authTime,
        Instant createdAt,
        Instant expiresAt,
        int generation,
        Instant idleExpiresAt,
        boolean revoked) {

    /** The end unless it is used before, or the absolute one if that is sooner. */
    public Instant end() {
        return expiresAt.isBefore(idleExpiresAt) ? expiresAt : idleExpiresAt;
    }

    public boolean isOverAt(Instant now) {
        return !now.isBefore(end());
    }
}
