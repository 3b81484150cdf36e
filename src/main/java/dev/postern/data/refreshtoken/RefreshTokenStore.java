package dev.postern.data.refreshtoken;

import dev.postern.data.Insert;
import dev.postern.protocol.TokenValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The Refresh Token Store (B13, H11). Calls join the caller's transaction.
 *
 * <p>A token carries its family's id, its generation, 256 secret bits and an authenticity tag under a master key derived key, so that a forged token is
 * turned away before the database is asked and a spent one is known for what it is. The database holds one row per family with the hash
 * of the one usable token.
 */
public interface RefreshTokenStore {

    /** Makes the first token of a family, which is worth something once the family's row is stored together with its grant. */
    Beginning begin(NewFamily family);

    /** @param row for {@link dev.postern.data.database.Grants#createOnce(dev.postern.data.database.Grant, String, Insert)} */
    record Beginning(TokenValue token, Insert row) {}

    /** The family of an authentic token, whether the token is usable or spent; empty for a forged one or one whose family was purged. */
    Optional<Presented> find(TokenValue token);

    /**
     * Spends the token and makes its successor, by one conditional update. The successor's secret is a MAC of the token under a
     * versioned key, so that it can be derived again inside the grace.
     *
     * @param request fingerprint of the scope and resource that this request names, compared inside the grace
     * @return empty if the token was not the usable one any more at that instant
     */
    Optional<TokenValue> rotate(Presented token, String request, Duration idleLifetime, Instant now);

    /**
     * Finds and {@linkplain #rotate rotates} by one statement, where nothing but the store has to be asked: the token is this client's, and
     * its user is enabled.
     *
     * @return empty if that is not so, or the database has no such statement; nothing was changed then, and {@link #find} says more
     */
    default Optional<Rotated> rotateAtSight(TokenValue token, String clientId, String request, Idle idle, Instant now) {
        return Optional.empty();
    }

    /** Idle lifetimes of families that are offline and of those that are not. */
    record Idle(Duration offline, Duration online) {}

    /** @param family as it is after the rotation */
    record Rotated(RefreshTokenFamily family, TokenValue successor) {}

    /**
     * The successor that was answered before, if the token is the immediate predecessor of the usable one, was rotated not longer than
     * {@code grace} ago and by the same request.
     */
    Optional<TokenValue> repeat(Presented token, String request, Duration grace, Instant now);

    /** Policy keep: moves the idle expiry, by one conditional update; false if the token is not the usable one. */
    boolean keep(Presented token, Duration idleLifetime, Instant now);

    /** Revokes the family of a grant. @return false if there is none that was live */
    boolean revokeGrant(String grantId, String reason, Instant now);

    /** Revokes the families of a session that are not offline. @return how many */
    int revokeSession(String sessionId, String reason, Instant now);

    /** Deletes up to {@code limit} expired families. @return how many */
    int purge(Instant now, int limit);

    /**
     * An authentic token with its family as it was read.
     *
     * @param generation the token's own; the family's says which is usable
     */
    record Presented(RefreshTokenFamily family, int generation, TokenValue token) {

        /** Whether it was the usable token when it was read; only the conditional update decides. */
        public boolean looksUsable() {
            return generation == family.generation();
        }

        /** Whether it is the usable token of a family that is neither revoked nor over; of the user it says nothing. */
        public boolean countsAt(Instant now) {
            return looksUsable() && !family.revoked() && !family.isOverAt(now);
        }
    }
}
