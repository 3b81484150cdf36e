package dev.postern.bearer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.proc.JWSVerifierFactory;
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

/** Validation of JWT access tokens without asking anybody: RFC 9068 section 4. A token's signature is verified once, not with each request. */
final class JwtAccessTokens {

    private static final Set<JOSEObjectType> TYPES =
            Set.of(new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"));
    private static final List<String> REQUIRED = List.of("iss", "exp", "aud", "sub", "client_id", "iat", "jti");

    private static final int MOST_KNOWN = 10_000;

    private final IssuerKeys keys;
    private final String issuer;
    private final Set<String> algorithms;
    private final Clock clock;
    private final Duration skew;
    private final Cache<String, Known> known;
    private final JWSVerifierFactory verifiers;

    JwtAccessTokens(
            IssuerKeys keys, String issuer, Set<String> algorithms, Clock clock, Duration skew, CryptoProvider crypto) {
        this.keys = keys;
        this.issuer = issuer;
        this.algorithms = Set.copyOf(algorithms);
        this.clock = clock;
        this.skew = skew;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_KNOWN)
                .expireAfter(Expiry.creating((String hash, Known entry) -> Duration.between(
                        clock.instant(), entry.content().expiresAt().plus(skew))))
                .executor(Runnable::run)
                .build();
        this.verifiers = crypto.verifiers();
    }

    /** Whether a token has the form of a JWS in compact serialisation (RFC 7515 section 3.1). */
    static boolean looksLikeOne(TokenValue token) {
        String text = token.secret();
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        return first > 0 && second > first && text.indexOf('.', second + 1) < 0 && text.startsWith("eyJ");
    }

    /**
     * A token whose signature and content were found good; its time is looked at again.
     *
     * @param key that verified it: once the issuer no longer publishes it, that counts no more
     */
    private record Known(JWSHeader header, JWK key, AccessToken content) {}

    /** @param keysFetched told whether the issuer was asked for its keys */
    CompletableFuture<AccessToken> validate(TokenValue token, Consumer<Boolean> keysFetched) {
        try {
            String hash = token.hash();
            Known before = known.getIfPresent(hash);
            JWSHeader header = before == null ? parse(token).getHeader() : before.header();
            return keys.find(header).thenApply(found -> {
                keysFetched.accept(found.fetched());
                return before != null && found.keys().contains(before.key())
                        ? inTime(before).content()
                        : firstTime(token, hash, found.keys());
            });
        } catch (BearerRefused refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private AccessToken firstTime(TokenValue token, String hash, List<JWK> candidates) {
        Known good = inTime(verified(parse(token), candidates));
        known.put(hash, good); // only good ones: forged ones could drive them out
        return good.content();
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

    private Known verified(SignedJWT jwt, List<JWK> candidates) {
        for (JWK candidate : candidates) {
            if (isSignedBy(candidate, jwt)) {
                return new Known(jwt.getHeader(), candidate, content(jwt));
            }
        }
        throw invalid();
    }

    private boolean isSignedBy(JWK candidate, SignedJWT jwt) {
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

    private AccessToken content(SignedJWT jwt) {
        try {
            Map<String, Object> claims = new LinkedHashMap<>(jwt.getPayload().toJSONObject());
            if (!claims.keySet().containsAll(REQUIRED) || !issuer.equals(claims.get("iss"))) {
                throw invalid();
            }
            claims.values().removeIf(java.util.Objects::isNull);
            return AccessToken.of(claims);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private Known inTime(Known good) {
        AccessToken token = good.content();
        Instant now = clock.instant();
        token.mustLiveAt(now.minus(skew));
        if (token.claims().get("nbf") instanceof Number notBefore
                && now.plus(skew).getEpochSecond() < notBefore.longValue()) {
            throw invalid();
        }
        return good;
    }

    private static BearerRefused invalid() {
        return BearerRefused.badToken("The token is not valid.");
    }
}
