package dev.postern.identity.token.mint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.postern.data.database.ResourceServer.TokenFormat;
import dev.postern.identity.keys.JwsAlgorithm;
import dev.postern.identity.keys.OwnJwt;
import dev.postern.identity.keys.SigningKeys;
import dev.postern.platform.Digests;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Access tokens on the wire: JWT (RFC 9068, {@code typ: at+jwt}) or opaque.
 *
 * <p>An opaque token is the same claims, sealed: nobody but this server can read it, and nothing has to be stored to do so. What was
 * read is remembered under the token's hash until it expires, so that a token is verified once and not with each question about it.
 */
@Service
public class AccessTokens {

    private static final String TYPE = "at+jwt";
    private static final String SEAL = "access-token";
    private static final Set<JwsAlgorithm> EVERY_RESOURCE_SERVER_KNOWS =
            EnumSet.of(JwsAlgorithm.ES256, JwsAlgorithm.RS256);
    /** A claim of our own: names, never values. */
    private static final String USERINFO_CLAIMS = "userinfo_claims";

    /** A claim of our own: whom a pairwise {@code sub} stands for, for our eyes. */
    private static final String SEALED_SUBJECT = "usub";

    private static final int MOST_KNOWN = 10_000;

    private final SigningKeys keys;
    private final Sealer sealer;
    private final Issuer issuer;
    private final JwsAlgorithm algorithm;
    private final Cache<String, Known> known;

    @Inject
    public AccessTokens(SigningKeys keys, Sealer sealer, Issuer issuer, Settings settings, Clock clock) {
        this.keys = keys;
        this.sealer = sealer;
        this.issuer = issuer;
        this.algorithm = JwsAlgorithm.named(settings.get(MintSettings.ACCESS_TOKEN_ALGORITHM))
                .filter(EVERY_RESOURCE_SERVER_KNOWS::contains)
                .orElseThrow(() -> new IllegalStateException(
                        "setting " + MintSettings.ACCESS_TOKEN_ALGORITHM.key() + " must be ES256 or RS256"));
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_KNOWN)
                .expireAfter(Expiry.creating((String hash, Known entry) ->
                        Duration.between(clock.instant(), entry.token().expiresAt())))
                .executor(Runnable::run)
                .build();
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
        JsonObject claims = new JsonObject()
                .put("iss", issuer.value())
                .put("sub", token.shownSubject())
                .put("aud", token.audience().size() == 1 ? token.audience().get(0) : token.audience())
                .put("client_id", token.clientId())
                .putUnlessEmpty("scope", token.scope().wire())
                .put("iat", token.issuedAt())
                .put("exp", token.expiresAt())
                .put("jti", token.tokenId())
                .put("gid", token.grantId())
                .putIfPresent("auth_time", token.authTime());
        if (!token.subject().equals(token.shownSubject())) {
            claims.put(SEALED_SUBJECT, sealer.seal(SEAL, token.subject()));
        }
        if (!token.claims().isEmpty()) {
            claims.put(USERINFO_CLAIMS, token.claims());
        }
        return claims.bytes();
    }

    /** A token that was read before. @param keyId of the key that signed it, empty if it is sealed */
    private record Known(AccessToken token, String keyId) {}

    /** Reads a token that we made. Expiry and revocation are the caller's to check; empty for anything we did not make. */
    public Optional<AccessToken> read(String token) {
        String hash = Digests.sha256(token);
        Known before = known.getIfPresent(hash);
        if (before != null && (before.keyId().isEmpty() || keys.believes(before.keyId()))) {
            return Optional.of(before.token());
        }
        Optional<Known> good = verified(token);
        good.ifPresent(entry -> known.put(hash, entry)); // only good ones: forged ones could drive them out
        return good.map(Known::token);
    }

    private Optional<Known> verified(String token) {
        Optional<OwnJwt> claims = token.indexOf('.') >= 0
                ? keys.verifyOwn(token).filter(jwt -> jwt.type().equals(TYPE))
                : sealer.open(SEAL, token).map(text -> new OwnJwt(TYPE, "", Json.readObject(text)));
        return claims.filter(jwt -> jwt.text("iss").equals(issuer.value()))
                .map(jwt -> new Known(read(jwt), jwt.keyId()));
    }

    private AccessToken read(OwnJwt claims) {
        String sealed = claims.text(SEALED_SUBJECT);
        return new AccessToken(
                sealed.isEmpty()
                        ? claims.text("sub")
                        : sealer.open(SEAL, sealed).orElse(""),
                claims.text("sub"),
                claims.texts("aud"),
                claims.text("client_id"),
                Scope.ofWire(claims.text("scope")),
                claims.instant("iat").orElse(Instant.EPOCH),
                claims.instant("exp").orElse(Instant.EPOCH),
                claims.text("jti"),
                claims.text("gid"),
                claims.instant("auth_time"),
                Set.copyOf(claims.texts(USERINFO_CLAIMS)));
    }
}
