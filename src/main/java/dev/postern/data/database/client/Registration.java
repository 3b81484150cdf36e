package dev.postern.data.database.client;

import java.time.Instant;

/**
 * How the client came to be registered.
 *
 * @param selfMade true: by dynamic registration (RFC 7591)
 * @param issuedAt client_id_issued_at of a client that registered itself
 * @param accessTokenHash keyed hash of its registration access token (RFC 7592), empty if it has none
 * @param enabled false: an administrator has switched it off
 */
public record Registration(boolean selfMade, Instant issuedAt, String accessTokenHash, boolean enabled) {

    public static final Registration BY_ADMINISTRATOR = new Registration(false, Instant.EPOCH, "", true);

    public Registration enabled(boolean changed) {
        return new Registration(selfMade, issuedAt, accessTokenHash, changed);
    }
}
