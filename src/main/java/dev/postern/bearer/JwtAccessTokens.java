package dev.postern.bearer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import dev.postern.platform.CryptoProvider;
import dev.postern.protocol.TokenValue;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Validation of JWT access tokens without asking anybody: RFC 9068 section 4. */
final class JwtAccessTokens {

    private static final Set<JOSEObjectType> TYPES =
            Set.of(new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"));
    private static final List<String> REQUIRED = List.of("iss", "exp", "aud", "sub", "client_id", "iat", "jti");

    private final IssuerKeys keys;
    private final String issuer;
    private final Set<String> algorithms;
    private final Clock clock;
    private final Duration skew;
    private final DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();

    JwtAccessTokens(
            IssuerKeys keys, String issuer, Set<String> algorithms, Clock clock, Duration skew, CryptoProvider crypto) {
        this.keys = keys;
        this.issuer = issuer;
        this.algorithms = Set.copyOf(algorithms);
        this.clock = clock;
        this.skew = skew;
        crypto.library().ifPresent(library -> verifiers.getJCAContext().setProvider(library));
    }

    /** Whether a token has the form of a JWS in compact serialisation (RFC 7515 section 3.1). */
    static boolean looksLikeOne(TokenValue token) {
        String text = token.secret();
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        return first > 0 && second > first && text.indexOf('.', second + 1) < 0 && text.startsWith("eyJ");
    }

    /** @param keysFetched told whether the issuer was asked for its keys */
    CompletableFuture<AccessToken> validate(TokenValue token, Consumer<Boolean> keysFetched) {
        try {
            SignedJWT jwt = parse(token);
            return keys.find(jwt.getHeader()).thenApply(found -> {
                keysFetched.accept(found.fetched());
                verify(jwt, found.keys());
                return claims(jwt);
            });
        } catch (BearerRefused refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private SignedJWT parse(TokenValue token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token.secret());
            JOSEObjectType type = jwt.getHeader().getType();
            if (type == null
                    || !TYPES.contains(type)
                    || !algorithms.contains(jwt.getHeader().getAlgorithm().getName())) {
                throw invalid();
            }
            return jwt;
        } catch (ParseException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    private void verify(SignedJWT jwt, List<JWK> candidates) {
        for (JWK candidate : candidates) {
            if (verified(jwt, candidate)) {
                return;
            }
        }
        throw invalid();
    }

    private boolean verified(SignedJWT jwt, JWK candidate) {
        if (!(candidate instanceof AsymmetricJWK asymmetric)) {
            return false;
        }
        try {
            PublicKey key = asymmetric.toPublicKey();
            JWSVerifier verifier = verifiers.createJWSVerifier(jwt.getHeader(), key);
            return jwt.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }

    private AccessToken claims(SignedJWT jwt) {
        try {
            Map<String, Object> claims = new LinkedHashMap<>(jwt.getPayload().toJSONObject());
            if (!claims.keySet().containsAll(REQUIRED) || !issuer.equals(claims.get("iss"))) {
                throw invalid();
            }
            claims.values().removeIf(java.util.Objects::isNull);
            AccessToken token = AccessToken.of(claims);
            Instant now = clock.instant();
            token.mustLiveAt(now.minus(skew));
            if (claims.get("nbf") instanceof Number notBefore
                    && now.plus(skew).getEpochSecond() < notBefore.longValue()) {
                throw invalid();
            }
            return token;
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static BearerRefused invalid() {
        return BearerRefused.badToken("The token is not valid.");
    }
}
