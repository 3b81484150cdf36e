package dev.postern.identity.token.mint;

import dev.postern.identity.keys.JwsAlgorithm;
import dev.postern.identity.keys.SigningKeys;
import dev.postern.identity.token.grant.Granted;
import dev.postern.platform.Issuer;
import dev.postern.platform.JsonObject;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * ID tokens: OpenID Connect Core sections 2 and 3.1.3.6, and 12.2 at refresh.
 *
 * <p>The audience is the client alone, so there is no azp. The user's claims are at userinfo (section 5.4). acr is left out: no
 * assurance is claimed that nobody has measured.
 */
@Service
public class IdTokenMinter {

    private final SigningKeys keys;
    private final Issuer issuer;
    private final Duration lifetime;

    @Inject
    public IdTokenMinter(SigningKeys keys, Issuer issuer, Settings settings) {
        this.keys = keys;
        this.issuer = issuer;
        this.lifetime = settings.get(MintSettings.ID_TOKEN_LIFETIME);
    }

    TokenValue mint(Granted granted, Granted.Identity identity, TokenValue accessToken, Instant now) {
        JwsAlgorithm algorithm = JwsAlgorithm.named(granted.client().identity().idTokenAlgorithm())
                .orElse(JwsAlgorithm.RS256);
        JsonObject claims = new JsonObject()
                .put("iss", issuer.value())
                .put("sub", granted.subject())
                .put("aud", granted.client().id())
                .put("exp", now.plus(lifetime))
                .put("iat", now)
                .put("auth_time", identity.authTime())
                .putUnlessEmpty("nonce", identity.nonce())
                .put("at_hash", algorithm.leftHalfHash(accessToken.secret()))
                .putUnlessEmpty("sid", granted.sessionId());
        if (!identity.amr().isEmpty()) {
            claims.put("amr", identity.amr());
        }
        return new TokenValue(keys.sign(algorithm, "JWT", claims.bytes()));
    }
}
