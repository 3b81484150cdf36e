package dev.postern.client.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.postern.platform.CryptoProvider;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core sections 3.1.3.7 and 3.1.3.8, one rule after the other. */
class IdTokensTest {

    private static final String NONCE = "nonce-1";
    private static final String ACCESS_TOKEN = "access-token-1";

    private AppWorld world;
    private IdTokens idTokens;
    private RSAKey key;

    @BeforeEach
    void start() throws Exception {
        world = new AppWorld();
        key = key("first");
        publish(key);
        idTokens =
                new IdTokens(world.identity, world.threads, world.clock, world.settings, CryptoProvider.ofPlatform());
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private static RSAKey key(String kid) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(kid).generate();
    }

    private void publish(RSAKey published) {
        world.server.answer("/jwks", 200, new JWKSet(published.toPublicJWK()).toString());
    }

    @Test
    void a_good_token_gives_its_claims() throws Exception {
        assertThat(validate(signed(claims -> claims))).containsEntry("sub", "usr_1");
    }

    @Test
    void the_nonce_must_be_the_one_that_was_sent() throws Exception {
        refuses(signed(claims -> claims.claim("nonce", "nonce-2")));
        refuses(signed(claims -> claims.claim("nonce", null)));
    }

    @Test
    void it_must_come_from_the_issuer() throws Exception {
        refuses(signed(claims -> claims.issuer("https://evil.test")));
    }

    @Test
    void it_must_be_for_this_client() throws Exception {
        refuses(signed(claims -> claims.audience("another-client")));
        refuses(signed(claims -> claims.audience(List.of("another-client", world.identity.clientId()))));
    }

    @Test
    void it_must_not_have_expired() throws Exception {
        refuses(signed(claims -> claims.expirationTime(new Date(System.currentTimeMillis() - 120_000))));
        refuses(signed(claims -> claims.expirationTime(null)));
    }

    @Test
    void it_must_be_signed_by_the_issuers_key() throws Exception {
        refuses(signed(key("first"), claims().build()));
        String[] good = signed(claims -> claims).split("\\.");
        String other = signed(claims -> claims.subject("usr_2")).split("\\.")[1];
        refuses(good[0] + "." + other + "." + good[2]);
    }

    @Test
    void it_must_be_signed_with_the_registered_algorithm() throws Exception {
        refuses(new PlainJWT(claims().build()).serialize());
        SignedJWT withPublicKey = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims().build());
        withPublicKey.sign(new MACSigner(key.toPublicJWK().toString()));
        refuses(withPublicKey.serialize());
    }

    @Test
    void it_must_belong_to_the_access_token() throws Exception {
        refuses(signed(claims ->
                claims.claim("at_hash", Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[16]))));
    }

    @Test
    void it_must_be_there_and_be_a_jwt() {
        refuses("");
        refuses("a.b.c");
    }

    @Test
    void a_new_key_is_fetched_when_a_token_names_it() throws Exception {
        validate(signed(claims -> claims));
        validate(signed(claims -> claims));
        assertThat(world.server.asked("/jwks")).isEqualTo(1);
        key = key("second");
        publish(key);
        assertThat(validate(signed(claims -> claims))).containsEntry("sub", "usr_1");
        assertThat(world.server.asked("/jwks")).isEqualTo(2);
    }

    @Test
    void keys_that_cannot_be_fetched_are_a_failure_of_the_moment() throws Exception {
        world.server.answer("/jwks", 503, "{}");
        String token = signed(claims -> claims);
        assertThatThrownBy(() -> validate(token))
                .hasCauseInstanceOf(SignInFailed.class)
                .satisfies(failure -> assertThat(((SignInFailed) failure.getCause()).reason())
                        .isEqualTo(SignInFailed.Reason.UNAVAILABLE));
    }

    private JWTClaimsSet.Builder claims() {
        Date now = new Date();
        return new JWTClaimsSet.Builder()
                .issuer(world.server.url())
                .subject("usr_1")
                .audience(world.identity.clientId())
                .issueTime(now)
                .expirationTime(new Date(now.getTime() + 300_000))
                .claim("nonce", NONCE);
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(key, change.apply(claims()).build());
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private Map<String, Object> validate(String idToken) {
        return idTokens.validate(new TokenAnswer(ACCESS_TOKEN, "", idToken, "", 300), NONCE)
                .join();
    }

    private void refuses(String idToken) {
        assertThatThrownBy(() -> validate(idToken))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(SignInFailed.class)
                .satisfies(failure -> assertThat(((SignInFailed) failure.getCause()).reason())
                        .isEqualTo(SignInFailed.Reason.BAD_ANSWER));
    }
}
