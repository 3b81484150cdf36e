package dev.postern.identity.token.mint;

import dev.postern.platform.JsonObject;
import dev.postern.protocol.Scope;
import dev.postern.protocol.TokenValue;
import java.time.Duration;
import java.util.Optional;

/**
 * A successful token response: RFC 6749 section 5.1, OpenID Connect Core section 3.1.3.3.
 *
 * @param tokenId the access token's jti, for the audit trail: not part of the answer
 */
public record TokenResponse(
        String tokenId,
        TokenValue accessToken,
        Duration expiresIn,
        Scope scope,
        Optional<TokenValue> refreshToken,
        Optional<TokenValue> idToken) {

    public byte[] json() {
        return new JsonObject()
                .put("access_token", accessToken.secret())
                .put("token_type", "Bearer")
                .put("expires_in", expiresIn.toSeconds())
                .put("scope", scope.wire())
                .putIfPresent("refresh_token", refreshToken.map(TokenValue::secret))
                .putIfPresent("id_token", idToken.map(TokenValue::secret))
                .bytes();
    }

    /** Which tokens it holds, for the audit trail. */
    public String issued() {
        return "access_token" + (refreshToken.isPresent() ? " refresh_token" : "")
                + (idToken.isPresent() ? " id_token" : "");
    }
}
