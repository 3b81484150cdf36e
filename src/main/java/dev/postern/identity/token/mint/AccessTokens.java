package dev.postern.identity.token.mint;

import dev.postern.data.database.ResourceServer.TokenFormat;
import dev.postern.identity.keys.JwsAlgorithm;
import dev.postern.identity.keys.OwnJwt;
import dev.postern.identity.keys.SigningKeys;
import dev.postern.platform.Issuer;
import dev.postern.platform.Json;
import dev.postern.platform.JsonObject;
import dev.postern.platform.Sealer;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.protocol.Scope;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Access tokens on the wire: JWT (RFC 9068, {@code typ: at+jwt}) or opaque.
 *
 * <p>An opaque token is the same claims, sealed: nobody but this server can read it, and nothing has to be stored to do so.
 */
@Service
public class AccessTokens {

    private static final String TYPE = "at+jwt";
    private static final String SEAL = "access-token";

    private final SigningKeys keys;
    private final Sealer sealer;
    private final Issuer issuer;
    private final JwsAlgorithm algorithm;

    @Inject
    public AccessTokens(SigningKeys keys, Sealer sealer, Issuer issuer, Settings settings) {
        this.keys = keys;
        this.sealer = sealer;
        this.issuer = issuer;
        this.algorithm = JwsAlgorithm.named(settings.get(MintSettings.ACCESS_TOKEN_ALGORITHM))
                .orElseThrow(() -> new IllegalStateException(
                        "setting " + MintSettings.ACCESS_TOKEN_ALGORITHM.key() + " must be ES256 or RS256"));
    }

    public TokenValue write(AccessToken token, TokenFormat format) {
        byte[] claims = claims(token);
        return new TokenValue(
                switch (format) {
                    case JWT -> keys.sign(algorithm, TYPE, claims);
                    case OPAQUE -> sealer.seal(SEAL, new String(claims, StandardCharsets.UTF_8));
                });
    }

    private byte[] claims(AccessToken token) {
        return new JsonObject()
                .put("iss", issuer.value())
                .put("sub", token.subject())
                .put("aud", token.audience().size() == 1 ? token.audience().get(0) : token.audience())
                .put("client_id", token.clientId())
                .putUnlessEmpty("scope", token.scope().wire())
                .put("iat", token.issuedAt())
                .put("exp", token.expiresAt())
                .put("jti", token.tokenId())
                .put("gid", token.grantId())
                .putIfPresent("auth_time", token.authTime())
                .bytes();
    }

    /** Reads a token that we made. Expiry and revocation are the caller's to check; empty for anything we did not make. */
    public Optional<AccessToken> read(String token) {
        Optional<OwnJwt> claims = token.indexOf('.') >= 0
                ? keys.verifyOwn(token).filter(jwt -> jwt.type().equals(TYPE))
                : sealer.open(SEAL, token).map(text -> new OwnJwt(TYPE, Json.readObject(text)));
        return claims.filter(jwt -> jwt.text("iss").equals(issuer.value())).map(AccessTokens::read);
    }

    private static AccessToken read(OwnJwt claims) {
        return new AccessToken(
                claims.text("sub"),
                claims.texts("aud"),
                claims.text("client_id"),
                Scope.ofWire(claims.text("scope")),
                claims.instant("iat").orElse(Instant.EPOCH),
                claims.instant("exp").orElse(Instant.EPOCH),
                claims.text("jti"),
                claims.text("gid"),
                claims.instant("auth_time"));
    }
}
