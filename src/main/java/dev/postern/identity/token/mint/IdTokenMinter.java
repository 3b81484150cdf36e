package dev.postern.identity.token.mint;

import dev.postern.identity.keys.JwsAlgorithm;
import dev.postern.identity.keys.SigningKeys;
import dev.postern.identity.token.grant.Granted;
import dev.postern.platform.Digests;
import dev.postern.platform.Issuer;
import dev.postern.platform.JsonObject;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

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
        JsonObject claims = new JsonObject()
                .put("iss", issuer.value())
                .put("sub", granted.subject())
                .put("aud", granted.client().id())
                .put("exp", now.plus(lifetime))
                .put("iat", now)
                .put("auth_time", identity.authTime())
                .putUnlessEmpty("nonce", identity.nonce())
                .put("at_hash", atHash(accessToken))
                .putUnlessEmpty("sid", granted.sessionId());
        if (!identity.amr().isEmpty()) {
            claims.put("amr", identity.amr());
        }
        JwsAlgorithm algorithm =
                JwsAlgorithm.named(granted.client().idTokenAlgorithm()).orElse(JwsAlgorithm.RS256);
        return new TokenValue(keys.sign(algorithm, "JWT", claims.bytes()));
    }

    /** base64url of the left half of the hash; both of our algorithms hash with SHA-256. */
    private static String atHash(TokenValue accessToken) {
        byte[] hash = Digests.sha256(accessToken.secret().getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
    }
}
