package dev.postern.identity.token.mint;

import dev.postern.data.database.Users;
import dev.postern.identity.claims.Assurance;
import dev.postern.identity.claims.UserClaims;
import dev.postern.identity.keys.JwsAlgorithm;
import dev.postern.identity.keys.SigningKeys;
import dev.postern.identity.subject.Subjects;
import dev.postern.identity.token.grant.Granted;
import dev.postern.platform.Issuer;
import dev.postern.platform.JsonObject;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * ID tokens: OpenID Connect Core sections 2, 3.1.3.6 and 5.5, and 12.2 at refresh.
 *
 * <p>The audience is the client alone, so there is no azp. The user's claims are at userinfo (section 5.4), save for those that were asked for
 * here.
 */
@Service
public class IdTokenMinter {

    private final SigningKeys keys;
    private final Users users;
    private final UserClaims userClaims;
    private final Assurance assurance;
    private final Subjects subjects;
    private final Issuer issuer;
    private final Duration lifetime;

    @Inject
    public IdTokenMinter(
            SigningKeys keys,
            Users users,
            UserClaims userClaims,
            Assurance assurance,
            Subjects subjects,
            Issuer issuer,
            Settings settings) {
        this.keys = keys;
        this.users = users;
        this.userClaims = userClaims;
        this.assurance = assurance;
        this.subjects = subjects;
        this.issuer = issuer;
        this.lifetime = settings.get(MintSettings.ID_TOKEN_LIFETIME);
    }

    TokenValue mint(Granted granted, Granted.Identity identity, Optional<TokenValue> accessToken, Instant now) {
        JwsAlgorithm algorithm = JwsAlgorithm.named(granted.client().identity().idTokenAlgorithm())
                .orElse(JwsAlgorithm.RS256);
        JsonObject claims = new JsonObject()
                .put("iss", issuer.value())
                .put("sub", subjects.shown(granted.client(), granted.subject()))
                .put("aud", granted.client().id())
                .put("exp", now.plus(lifetime))
                .put("iat", now)
                .put("auth_time", identity.authTime())
                .putUnlessEmpty("nonce", identity.nonce())
                .putIfPresent("at_hash", accessToken.map(token -> algorithm.leftHalfHash(token.secret())))
                .putUnlessEmpty("sid", granted.sessionId())
                .putUnlessEmpty("acr", assurance.acr(identity.amr()));
        if (!identity.amr().isEmpty()) {
            claims.put("amr", identity.amr());
        }
        Set<String> released = granted.claims().idToken();
        if (!released.isEmpty()) {
            users.bySubject(granted.subject()).ifPresent(user -> userClaims.write(user, released, claims));
        }
        return new TokenValue(keys.sign(algorithm, "JWT", claims.bytes()));
    }
}
