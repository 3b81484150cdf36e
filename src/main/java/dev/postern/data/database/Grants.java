package dev.postern.data.database;

import dev.postern.data.Insert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Grants and their revocation. Calls join the caller's transaction. */
public interface Grants {

    /**
     * Creates the grant of a code, or one that has none (empty text for the hash). The unique constraint on the code's hash decides: of several callers exactly one gets true.
     *
     * @return false if the code was spent before; nothing was written then
     */
    boolean createOnce(Grant grant, String codeHash);

    /** The same together with the row of a refresh token family, in a transaction of their own: both or neither. */
    boolean createOnce(Grant grant, String codeHash, Insert family);

    Optional<Grant> find(String grantId);

    /** The grant that a spent code produced. */
    Optional<Grant> ofCode(String codeHash);

    /**
     * Revokes a grant: every token that carries its id is refused at introspection and userinfo from now on. The refresh token
     * family is revoked by the caller in {@code data.refreshtoken}.
     *
     * @return false if it was revoked already or does not exist
     */
    boolean revoke(String grantId, String reason, Instant now);

    /** Revokes the grants of a session that are not offline, and returns their ids. */
    List<String> revokeOfSession(String sessionId, String reason, Instant now);

    /** Revokes all grants that a person has given a client, offline ones too, and returns their ids. */
    List<String> revokeOfClient(String subject, String clientId, String reason, Instant now);

    /** Revokes all grants of a person, offline ones too, but those of one session, and returns their ids. @param kept empty: none */
    List<String> revokeOfOtherSessions(String subject, String kept, String reason, Instant now);

    /** Who got something in a session, whether it is revoked or expired by now or not: each client once. */
    List<Participation> participants(String sessionId);

    /** The sessions in which a client got something from a person that is not revoked, each once. */
    List<Participation> participations(String subject, String clientId);

    /** Keeps the grants of a session that goes on, so that its end still finds who took part. */
    void keepOfSession(String sessionId, Instant until);

    /** Refuses one token, by its jti, until it would have expired anyway. */
    void revokeToken(String tokenId, Instant expiresAt);

    /** Whether the grant or the token was revoked. */
    default boolean isRevoked(String grantId, String tokenId) {
        return isRevoked(grantId, tokenId, "");
    }

    /** Whether the grant or the token was revoked, or its user is disabled: one read by keys, or none. @param subject empty: of no user */
    boolean isRevoked(String grantId, String tokenId, String subject);

    /** Deletes up to {@code limit} expired rows in one small transaction. @return how many */
    int purge(Instant now, int limit);
}
