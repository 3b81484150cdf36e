package dev.postern.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.postern.protocol.TokenValue;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BearerTokensTest {

    private static final Demand DEMAND = new Demand(Set.of(FakeIssuer.RESOURCE), false);
    private FakeIssuer issuer;
    private BearerTokens tokens;

    @BeforeEach
    void start() throws IOException {
        issuer = new FakeIssuer();
        tokens = issuer.tokens();
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void a_jwt_is_validated_without_a_question_about_it() throws Exception {
        AccessToken token = validate(issuer.jwt());
        assertThat(token.subject()).isEqualTo("usr_1");
        assertThat(token.scope().has("notes.read")).isTrue();
        validate(issuer.jwt());
        assertThat(issuer.jwksAsked).hasValue(1);
        assertThat(issuer.introspectionAsked).hasValue(0);
    }

    @Test
    void an_id_token_is_no_access_token() throws Exception {
        TokenValue idToken = issuer.jwt(header -> header.type(JOSEObjectType.JWT), claims -> claims);
        refuses(() -> validate(idToken));
    }

    @Test
    void a_token_for_another_resource_is_refused() throws Exception {
        TokenValue token = issuer.jwt(header -> header, claims -> claims.audience("https://orders.test"));
        refuses(() -> validate(token));
    }

    @Test
    void a_token_of_another_issuer_is_refused() throws Exception {
        TokenValue token = issuer.jwt(header -> header, claims -> claims.issuer("https://evil.test"));
        refuses(() -> validate(token));
    }

    @Test
    void an_expired_token_is_refused_once_the_skew_is_over() throws Exception {
        Date soon = Date.from(issuer.clock.instant().plusSeconds(1));
        TokenValue token = issuer.jwt(header -> header, claims -> claims.expirationTime(soon));
        issuer.clock.pass(Duration.ofSeconds(5));
        assertThat(validate(token).subject()).isEqualTo("usr_1");
        issuer.clock.pass(Duration.ofSeconds(7));
        refuses(() -> validate(token));
    }

    @Test
    void a_token_without_a_client_is_refused() throws Exception {
        TokenValue token = issuer.jwt(header -> header, claims -> claims.claim("client_id", null));
        refuses(() -> validate(token));
    }

    @Test
    void an_unsigned_token_is_refused() {
        refuses(() -> validate(new TokenValue(new PlainJWT(claims()).serialize())));
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_secret_is_refused() throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID("first")
                        .build(),
                claims());
        jwt.sign(new MACSigner(issuer.key.toPublicJWK().toString()));
        refuses(() -> validate(new TokenValue(jwt.serialize())));
    }

    @Test
    void a_changed_signature_is_refused() throws Exception {
        String token = issuer.jwt().secret();
        int at = token.length() - 10;
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        refuses(() -> validate(new TokenValue(token.substring(0, at) + other + token.substring(at + 1))));
    }

    @Test
    void a_new_key_is_fetched_but_made_up_key_ids_cause_no_traffic() throws Exception {
        validate(issuer.jwt());
        issuer.key = FakeIssuer.key("second");
        TokenValue token = issuer.jwt();
        refuses(() -> validate(token)); // within the pause
        issuer.clock.pass(Duration.ofSeconds(6));
        assertThat(validate(token).subject()).isEqualTo("usr_1");
        for (int i = 0; i < 20; i++) {
            String kid = "made-up-" + i;
            TokenValue madeUp = issuer.jwt(header -> header.keyID(kid), claims -> claims);
            refuses(() -> validate(madeUp));
        }
        assertThat(issuer.jwksAsked).hasValue(2);
    }

    @Test
    void a_jwt_that_was_seen_before_is_refused_once_its_key_is_no_longer_published() throws Exception {
        TokenValue token = longLived();
        validate(token);
        validate(token);
        issuer.key = FakeIssuer.key("second");
        issuer.clock.pass(Duration.ofMinutes(6));
        refuses(() -> validate(token));
    }

    @Test
    void a_jwt_that_was_seen_before_is_refused_once_its_key_id_names_another_key() throws Exception {
        TokenValue token = longLived();
        validate(token);
        issuer.key = FakeIssuer.key("first");
        issuer.clock.pass(Duration.ofMinutes(6));
        refuses(() -> validate(token));
    }

    @Test
    void a_jwt_that_was_seen_before_is_good_after_its_key_was_fetched_again() throws Exception {
        TokenValue token = longLived();
        validate(token);
        issuer.clock.pass(Duration.ofMinutes(6));
        assertThat(validate(token).subject()).isEqualTo("usr_1");
        assertThat(issuer.jwksAsked).hasValue(2);
    }

    @Test
    void a_jwt_that_was_seen_before_is_refused_at_another_resource() throws Exception {
        TokenValue token = issuer.jwt();
        validate(token);
        Demand other = new Demand(Set.of("https://orders.test"), false);
        refuses(() -> tokens.validate(token, other, "").join());
    }

    @Test
    void nothing_is_believed_of_a_token_that_differs_from_one_seen_before_in_its_signature_only() throws Exception {
        TokenValue token = issuer.jwt();
        validate(token);
        String forged = token.secret().substring(0, token.secret().lastIndexOf('.') + 1) + "A".repeat(86);
        refuses(() -> validate(new TokenValue(forged)));
        refuses(() -> validate(new TokenValue(forged)));
    }

    private TokenValue longLived() throws Exception {
        Date later = Date.from(issuer.clock.instant().plus(Duration.ofHours(1)));
        return issuer.jwt(header -> header, claims -> claims.expirationTime(later));
    }

    @Test
    void known_keys_serve_while_the_issuer_is_away() throws Exception {
        validate(issuer.jwt());
        issuer.clock.pass(Duration.ofMinutes(10));
        issuer.status = 503;
        assertThat(validate(issuer.jwt()).subject()).isEqualTo("usr_1");
    }

    @Test
    void an_opaque_token_is_asked_about_once_within_its_short_memory() {
        issuer.active("opaque1");
        validate(new TokenValue("opaque1"));
        validate(new TokenValue("opaque1"));
        assertThat(issuer.introspectionAsked).hasValue(1);
    }

    @Test
    void a_revoked_opaque_token_is_refused_within_five_seconds() {
        issuer.active("opaque1");
        validate(new TokenValue("opaque1"));
        issuer.introspection.clear();
        issuer.clock.pass(Duration.ofSeconds(5));
        refuses(() -> validate(new TokenValue("opaque1")));
    }

    @Test
    void that_a_token_is_not_active_is_forgotten_sooner() {
        refuses(() -> validate(new TokenValue("opaque1")));
        issuer.active("opaque1");
        issuer.clock.pass(Duration.ofSeconds(1));
        assertThat(validate(new TokenValue("opaque1")).subject()).isEqualTo("usr_1");
    }

    @Test
    void concurrent_requests_share_one_question() {
        issuer.active("opaque1");
        var all = IntStream.range(0, 20)
                .mapToObj(i -> tokens.validate(new TokenValue("opaque1"), DEMAND, ""))
                .toList();
        all.forEach(answer -> assertThat(answer.join().subject()).isEqualTo("usr_1"));
        assertThat(issuer.introspectionAsked).hasValueLessThan(5);
    }

    @Test
    void a_jwt_is_asked_about_where_introspection_is_demanded() throws Exception {
        Demand demand = new Demand(Set.of(FakeIssuer.RESOURCE), true);
        TokenValue jwt = issuer.jwt();
        refuses(() -> tokens.validate(jwt, demand, "").join());
        assertThat(issuer.introspectionAsked).hasValue(1);
    }

    @Test
    void a_broken_authorization_server_is_not_a_bad_token() {
        issuer.status = 500;
        assertThatThrownBy(() -> validate(new TokenValue("opaque1"))).hasCauseInstanceOf(BearerUnavailable.class);
    }

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.url)
                .subject("usr_1")
                .audience(FakeIssuer.RESOURCE)
                .expirationTime(Date.from(issuer.clock.instant().plusSeconds(60)))
                .build();
    }

    private AccessToken validate(TokenValue token) {
        return tokens.validate(token, DEMAND, "").join();
    }

    private static void refuses(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(CompletionException.class).hasCauseInstanceOf(BearerRefused.class);
    }
}
