package dev.postern.identity.token.grant;

import dev.postern.data.database.Client;
import dev.postern.identity.resource.Target;
import dev.postern.protocol.GrantedClaims;
import dev.postern.protocol.TokenValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a token request is given, decided and committed, before any token of it is minted.
 *
 * @param grantId carried by every token
 * @param subject the user, or the client itself
 * @param sessionId empty if no session is behind it
 * @param claims granted one by one
 * @param identity what the ID token says; empty: there is none
 * @param authTime when the user signed in; empty for a client itself
 */
public record Granted(
        How how,
        Client client,
        String subject,
        String grantId,
        String sessionId,
        Target target,
        GrantedClaims claims,
        Optional<Instant> authTime,
        Optional<Identity> identity,
        Optional<TokenValue> refreshToken) {

    /** Where it comes from. The names of those that come from a refresh token are those of the event. */
    public enum How {
        CODE,
        FRONT_CHANNEL,
        CLIENT,
        ROTATED,
        KEPT,
        REPEATED
    }

    /** What only the ID token says: OpenID Connect Core section 2. */
    public record Identity(Instant authTime, String nonce, List<String> amr) {}
}
