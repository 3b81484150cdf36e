package dev.postern.identity.authorization.requestobject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.postern.data.database.Client;
import dev.postern.data.database.client.Keys;
import dev.postern.data.database.client.Requests;
import dev.postern.identity.authorization.request.AuthorizationRefused;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.RefusedByRedirect;
import dev.postern.identity.authorization.request.RefusedOnPage;
import dev.postern.identity.clientkeys.RemoteKeys;
import dev.postern.platform.Digests;
import dev.postern.platform.Ed25519;
import dev.postern.platform.Issuer;
import dev.postern.platform.Json;
import dev.postern.platform.Settings;
import dev.postern.platform.outgoing.Fetched;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.testing.fakes.FakeClients;
import dev.postern.testing.fakes.TestClients;
import dev.postern.testing.fakes.TestClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9101, OpenID Connect Core section 6. */
class RequestObjectsTest {

    private static final String CALLBACK = "https://app.test/callback";
    private static final String ISSUER = "https://as.test";
    private static final Map<String, String> NOTHING_MORE = Map.of();
    private static final Map<String, String> UNSIGNED = Map.of("postern.request-object.unsigned", "true");
    private static final Map<String, String> BY_REFERENCE = Map.of("postern.request-object.by-reference", "true");

    private static final Map<String, JWK> KEYS = new LinkedHashMap<>();

    private final TestClock clock = new TestClock();
    private final List<String> fetched = new ArrayList<>();
    private String published = "";

    @BeforeAll
    static void keys() throws Exception {
        KEYS.put("ES256", new ECKeyGenerator(Curve.P_256).keyID("ec").generate());
        JWK rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        KEYS.put("RS256", rsa);
        KEYS.put("PS256", rsa);
        KEYS.put("EdDSA", Ed25519.generate(new SecureRandom()).keyID("ed").build());
    }

    private static Client client(Requests requests) {
        Client web = TestClients.web().build();
        String jwks = new JWKSet(List.of(KEYS.get("ES256"), KEYS.get("RS256"), KEYS.get("EdDSA")))
                .toPublicJWKSet()
                .toString();
        return new Client(
                web.id(),
                web.presentation(),
                web.redirection(),
                web.authentication(),
                new Keys(jwks, ""),
                web.access(),
                requests,
                web.identity(),
                web.refresh(),
                web.logout(),
                web.registration());
    }

    private static Client client(String algorithm, String... requestUris) {
        Requests usual = Requests.DEFAULT;
        return client(
                new Requests(usual.pkce(), algorithm, Set.of(requestUris), usual.defaultMaxAge(), false, List.of()));
    }

    private AuthorizationRequest unfold(Client client, Map<String, String> settings, Map<String, String> sent) {
        RequestObjectSupport support = new RequestObjectSupport(Settings.of(settings));
        RequestObjectReferences references = new RequestObjectReferences(support, uri -> {
            fetched.add(uri.toString());
            return new Fetched(published.isEmpty() ? 404 : 200, Map.of(), published.getBytes(StandardCharsets.UTF_8));
        });
        RequestObjectChecks checks = new RequestObjectChecks(
                support, RemoteKeys.signatures(uri -> "", clock), new Issuer(ISSUER, ""), clock);
        Map<String, List<String>> raw = new LinkedHashMap<>();
        sent.forEach((name, value) -> raw.put(name, List.of(value)));
        return new RequestObjects(FakeClients.of(client), references, checks).unfold(AuthorizationRequest.parse(raw));
    }

    private AuthorizationRequest unfold(String object) {
        return unfold(client(""), NOTHING_MORE, outside("request", object));
    }

    private static Map<String, String> outside(String... more) {
        Map<String, String> parameters = new LinkedHashMap<>(
                Map.of("client_id", "web", "response_type", "code", "scope", "openid", "redirect_uri", CALLBACK));
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return parameters;
    }

    private Map<String, Object> claims(Object... more) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "web");
        claims.put("aud", ISSUER);
        claims.put("exp", clock.instant().plusSeconds(60).getEpochSecond());
        claims.put("client_id", "web");
        claims.put("response_type", "code");
        claims.put("redirect_uri", CALLBACK);
        claims.put("scope", "openid profile");
        claims.put("nonce", "inside");
        for (int i = 0; i < more.length; i += 2) {
            claims.put(String.valueOf(more[i]), more[i + 1]);
        }
        claims.values().removeIf("absent"::equals);
        return claims;
    }

    private static String signed(String algorithm, Map<String, Object> claims) {
        return signed(algorithm, "", claims);
    }

    private static String signed(String algorithm, String type, Map<String, Object> claims) {
        try {
            JWK key = KEYS.get(algorithm);
            JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID(key.getKeyID());
            JWSObject jws = new JWSObject(
                    (type.isEmpty() ? header : header.type(new JOSEObjectType(type))).build(),
                    new Payload(Json.write(claims)));
            if (key instanceof OctetKeyPair edwards) {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(Ed25519.privateKey(edwards));
                signature.update(jws.getSigningInput());
                return new String(jws.getSigningInput(), StandardCharsets.US_ASCII) + "."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
            }
            jws.sign(new DefaultJWSSignerFactory().createJWSSigner(key, JWSAlgorithm.parse(algorithm)));
            return jws.serialize();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned(Map<String, Object> claims) {
        return part("{\"alg\":\"none\"}") + "." + part(Json.write(claims)) + ".";
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private OAuthErrorCode refused(Client client, Map<String, String> settings, Map<String, String> sent) {
        AuthorizationRefused refused =
                catchThrowableOfType(AuthorizationRefused.class, () -> unfold(client, settings, sent));
        assertThat(refused).isInstanceOf(RefusedByRedirect.class);
        return refused.error();
    }

    private OAuthErrorCode refused(String object) {
        return refused(client(""), NOTHING_MORE, outside("request", object));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "RS256", "PS256", "EdDSA"})
    void what_a_signed_object_says_is_the_request(String algorithm) {
        AuthorizationRequest request = unfold(signed(
                algorithm,
                claims("max_age", 60, "claims", Map.of("userinfo", Map.of("name", Map.of("essential", true))))));

        assertThat(request.scope()).isEqualTo("openid profile");
        assertThat(request.nonce()).isEqualTo("inside");
        assertThat(request.maxAge()).isEqualTo("60");
        assertThat(request.claimsRequest().names()).containsExactly("name");
        assertThat(request.requestObject()).isEmpty();
    }

    @Test
    void what_stands_beside_it_does_not_count() {
        Map<String, String> sent =
                outside("request", signed("ES256", claims()), "nonce", "outside", "state", "s", "prompt", "none");
        AuthorizationRequest request = unfold(client(""), NOTHING_MORE, sent);

        assertThat(request.nonce()).isEqualTo("inside");
        assertThat(request.state()).isEmpty();
        assertThat(request.prompt()).isEmpty();
    }

    @Test
    void client_and_response_type_may_stand_outside_only() {
        AuthorizationRequest request =
                unfold(signed("ES256", claims("client_id", "absent", "response_type", "absent", "iss", "absent")));

        assertThat(request.clientId()).isEqualTo("web");
        assertThat(request.responseType()).isEqualTo("code");
    }

    @ParameterizedTest
    @CsvSource({
        "iss, other",
        "aud, https://other.test",
        "client_id, other",
        "response_type, id_token",
        "sub, web",
        "request, e30",
        "request_uri, https://app.test/request",
        "exp, tomorrow"
    })
    void what_must_not_be_is_refused(String claim, String value) {
        assertThat(refused(signed("ES256", claims(claim, value)))).isEqualTo(OAuthErrorCode.INVALID_REQUEST_OBJECT);
    }

    @ParameterizedTest
    @CsvSource({"exp, -31", "nbf, 60", "iat, 60"})
    void out_of_its_time_it_is_refused(String claim, long secondsFromNow) {
        long time = clock.instant().plusSeconds(secondsFromNow).getEpochSecond();
        assertThat(refused(signed("ES256", claims(claim, time)))).isEqualTo(OAuthErrorCode.INVALID_REQUEST_OBJECT);
    }

    @Test
    void a_clock_may_be_some_seconds_off() {
        long now = clock.instant().getEpochSecond();
        assertThat(unfold(signed("ES256", claims("nbf", now + 10, "iat", now + 10, "exp", now - 10)))
                        .nonce())
                .isEqualTo("inside");
    }

    @Test
    void another_key_another_kind_of_jwt_or_no_jwt_at_all_is_refused() throws Exception {
        String object = signed("ES256", claims());
        String forged = object.substring(0, object.lastIndexOf('.') + 1) + "A".repeat(86);
        for (String wrong : List.of(
                forged,
                signed("ES256", "client-authentication+jwt", claims()),
                signed("ES256", "at+jwt", claims()),
                "x",
                "e30.e30.",
                "a.b.c.d.e")) {
            assertThat(refused(wrong)).as(wrong).isEqualTo(OAuthErrorCode.INVALID_REQUEST_OBJECT);
        }
        assertThat(unfold(signed("ES256", "oauth-authz-req+jwt", claims())).nonce())
                .isEqualTo("inside");
    }

    @Test
    void the_registered_algorithm_is_the_only_one() {
        Client registered = client("PS256");
        assertThat(refused(registered, NOTHING_MORE, outside("request", signed("RS256", claims()))))
                .isEqualTo(OAuthErrorCode.INVALID_REQUEST_OBJECT);
        assertThat(unfold(registered, NOTHING_MORE, outside("request", signed("PS256", claims())))
                        .nonce())
                .isEqualTo("inside");
    }

    @Test
    void unsigned_only_where_it_is_enabled_and_the_client_registered_nothing_else() {
        Map<String, String> sent = outside("request", unsigned(claims()));
        assertThat(refused(client(""), NOTHING_MORE, sent)).isEqualTo(OAuthErrorCode.REQUEST_NOT_SUPPORTED);
        assertThat(refused(client("RS256"), UNSIGNED, sent)).isEqualTo(OAuthErrorCode.INVALID_REQUEST_OBJECT);
        assertThat(unfold(client(""), UNSIGNED, sent).nonce()).isEqualTo("inside");
        assertThat(unfold(client("none"), UNSIGNED, sent).nonce()).isEqualTo("inside");
    }

    @Test
    void a_reference_is_refused_by_default() {
        assertThat(refused(
                        client("", "https://app.test/request"),
                        NOTHING_MORE,
                        outside("request_uri", "https://app.test/request")))
                .isEqualTo(OAuthErrorCode.REQUEST_URI_NOT_SUPPORTED);
        assertThat(fetched).isEmpty();
    }

    @Test
    void only_a_registered_reference_is_fetched() {
        published = signed("ES256", claims());
        Client client = client("", "https://app.test/request");

        assertThat(unfold(client, BY_REFERENCE, outside("request_uri", "https://app.test/request#v1"))
                        .nonce())
                .isEqualTo("inside");
        assertThat(refused(client, BY_REFERENCE, outside("request_uri", "https://app.test/request/2")))
                .isEqualTo(OAuthErrorCode.INVALID_REQUEST_URI);
        assertThat(fetched).containsExactly("https://app.test/request");
    }

    @Test
    void what_cannot_be_had_is_an_invalid_reference() {
        assertThat(refused(
                        client("", "https://app.test/request"),
                        BY_REFERENCE,
                        outside("request_uri", "https://app.test/request")))
                .isEqualTo(OAuthErrorCode.INVALID_REQUEST_URI);
    }

    @Test
    void a_reference_with_the_hash_of_its_content_is_fetched_once() {
        published = signed("ES256", claims());
        RequestObjectReferences references =
                new RequestObjectReferences(new RequestObjectSupport(Settings.of(BY_REFERENCE)), uri -> {
                    fetched.add(uri.toString());
                    return new Fetched(200, Map.of(), published.getBytes(StandardCharsets.UTF_8));
                });
        Client client = client("", "https://app.test/request");
        for (String fragment : List.of(Digests.sha256(published), Digests.sha256(published), "v1", "v1")) {
            assertThat(references.fetch("https://app.test/request#" + fragment, client))
                    .isEqualTo(published);
        }

        assertThat(fetched).hasSize(3);
    }

    @Test
    void a_refusal_is_answered_with_the_state_and_in_the_mode_that_the_object_says() {
        Map<String, String> sent =
                outside("request", unsigned(claims("state", "inside", "response_mode", "form_post")));
        AuthorizationRefused refused =
                catchThrowableOfType(AuthorizationRefused.class, () -> unfold(client(""), NOTHING_MORE, sent));

        assertThat(refused.request().state()).isEqualTo("inside");
        assertThat(refused.request().responseMode()).isEqualTo("form_post");
    }

    @Test
    void both_ways_at_once_are_refused() {
        assertThat(refused(client(""), NOTHING_MORE, outside("request", "x", "request_uri", "https://app.test/")))
                .isEqualTo(OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void without_a_registered_redirect_uri_outside_the_person_is_told() {
        Map<String, String> sent = Map.of("client_id", "web", "scope", "openid", "request", "x");
        assertThat(catchThrowableOfType(RefusedOnPage.class, () -> unfold(client(""), NOTHING_MORE, sent)))
                .isNotNull();
    }

    @Test
    void a_request_without_an_object_stays_as_it_is() {
        assertThat(unfold(client(""), NOTHING_MORE, outside("nonce", "n")).nonce())
                .isEqualTo("n");
    }
}
