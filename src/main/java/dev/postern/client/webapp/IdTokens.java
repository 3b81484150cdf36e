package dev.postern.client.webapp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenClaimsVerifier;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Validation of ID tokens: OpenID Connect Core sections 3.1.3.7 and 3.1.3.8. The issuer's keys are kept a few minutes. */
@Service
public class IdTokens {

    private static final Duration KEYS_KEPT = Duration.ofMinutes(5);
    private static final int CLOCK_SKEW_SECONDS = 60;

    private final AppIdentity identity;
    private final AppThreads threads;
    private final Clock clock;
    private final JWSAlgorithm algorithm;
    private final JWSVerifierFactory verifiers;
    private volatile Keys keys = new Keys(new JWKSet(), Instant.MIN);

    @Inject
    public IdTokens(AppIdentity identity, AppThreads threads, Clock clock, Settings settings, CryptoProvider crypto) {
        this.identity = identity;
        this.threads = threads;
        this.clock = clock;
        this.algorithm = JWSAlgorithm.parse(settings.get(AppSettings.ID_TOKEN_ALGORITHM));
        this.verifiers = crypto.verifiers();
    }

    private record Keys(JWKSet set, Instant fetchedAt) {}

    /** The claims of a good ID token; fails with {@link SignInFailed}. */
    CompletableFuture<Map<String, Object>> validate(TokenAnswer answer, String nonce) {
        SignedJWT jwt;
        try {
            jwt = SignedJWT.parse(answer.idToken());
        } catch (ParseException e) {
            return CompletableFuture.failedFuture(bad("the ID token is missing or malformed"));
        }
        return keysFor(jwt).thenApply(set -> validated(jwt, set, answer, nonce));
    }

    private CompletableFuture<JWKSet> keysFor(SignedJWT jwt) {
        Keys known = keys;
        String kid = jwt.getHeader().getKeyID();
        boolean fresh = known.fetchedAt().isAfter(clock.instant().minus(KEYS_KEPT));
        if (fresh && kid != null && known.set().getKeyByKeyId(kid) != null) {
            return CompletableFuture.completedFuture(known.set());
        }
        return threads.call(HttpRequest.newBuilder(identity.backChannel("/jwks")))
                .thenApply(response -> {
                    try {
                        keys = new Keys(JWKSet.parse(response.body()), clock.instant());
                        return keys.set();
                    } catch (ParseException e) {
                        throw new SignInFailed(SignInFailed.Reason.UNAVAILABLE, "the issuer's keys cannot be read");
                    }
                });
    }

    private Map<String, Object> validated(SignedJWT jwt, JWKSet set, TokenAnswer answer, String nonce) {
        try {
            JWTClaimsSet claims = validator(set, nonce).process(jwt, null);
            if (claims.getAudience().size() != 1) {
                throw bad("the ID token is for others too, whom we do not know"); // section 3.1.3.7, rule 3
            }
            checkHash(new IDTokenClaimsSet(claims).getAccessTokenHash(), answer.accessToken());
            return claims.toJSONObject();
        } catch (BadJOSEException | JOSEException | com.nimbusds.oauth2.sdk.ParseException | InvalidHashException e) {
            throw bad("the ID token is not good: " + e.getMessage());
        }
    }

    private DefaultJWTProcessor<SecurityContext> validator(JWKSet set, String nonce) {
        DefaultJWTProcessor<SecurityContext> validator = new DefaultJWTProcessor<>();
        validator.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithm, new ImmutableJWKSet<>(set)));
        validator.setJWSVerifierFactory(verifiers);
        IDTokenClaimsVerifier claims = new IDTokenClaimsVerifier(
                new com.nimbusds.oauth2.sdk.id.Issuer(identity.issuer()),
                new ClientID(identity.clientId()),
                new Nonce(nonce),
                CLOCK_SKEW_SECONDS);
        validator.setJWTClaimsSetVerifier(claims::verify);
        return validator;
    }

    private void checkHash(@org.jspecify.annotations.Nullable AccessTokenHash hash, String accessToken)
            throws InvalidHashException {
        if (hash != null) { // optional in the code flow
            AccessTokenValidator.validate(new BearerAccessToken(accessToken), algorithm, hash);
        }
    }

    private static SignInFailed bad(String message) {
        return new SignInFailed(SignInFailed.Reason.BAD_ANSWER, message);
    }
}
