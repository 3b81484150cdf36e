package dev.postern.identity.clientauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Issuer;
import dev.postern.platform.KeyedHashes;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Settings;
import dev.postern.protocol.ClientSecret;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import dev.postern.testing.fakes.FakeCache;
import dev.postern.testing.fakes.FakeClients;
import dev.postern.testing.fakes.TestClients;
import dev.postern.testing.fakes.TestClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientAuthenticatorTest {

    private static final String ISSUER = "https://issuer.test";
    private static final String SECRET = "a secret: with % and + 0123456789ü";
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final TestClock clock = new TestClock();
    private final ECKey key = key();
    private final ClientSecrets secrets = new ClientSecrets(
            new KeyedHashes(new MasterKeys(Map.of(1, new byte[32]))), new RandomValues(new SecureRandom()));
    private final FakeClients clients = FakeClients.of(
            TestClients.web()
                    .id("basic client")
                    .secretHash(secrets.hash(new ClientSecret(SECRET)))
                    .build(),
            TestClients.web()
                    .id("post")
                    .authentication(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                    .secretHash(secrets.hash(new ClientSecret(SECRET)))
                    .build(),
            TestClients.web()
                    .id("jwt")
                    .authentication(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                    .jwks(new JWKSet(key.toPublicJWK()).toString())
                    .build(),
            TestClients.web()
                    .id("jwt-rs256")
                    .authentication(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                    .assertionAlgorithm("RS256")
                    .jwks(new JWKSet(key.toPublicJWK()).toString())
                    .build(),
            TestClients.web()
                    .id("open")
                    .authentication(ClientAuthenticationMethod.NONE)
                    .build());
    private final ClientAuthenticator authenticator = authenticator();

    private ClientAuthenticator authenticator() {
        RegisteredSecrets registered = new RegisteredSecrets(clients, secrets);
        try {
            return new ClientAuthenticator(
                    new ClientSecretBasic(registered),
                    new ClientSecretPost(registered),
                    new PrivateKeyJwt(
                            clients,
                            new AssertionSignature(CryptoProvider.ofJdk()),
                            new AssertionClaims(new Issuer(ISSUER, ""), clock, Settings.of(Map.of())),
                            new FakeCache(clock),
                            clock),
                    new PublicClient(clients),
                    new ClientThrottle(new FakeCache(clock), Settings.of(Map.of())));
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void decodes_id_and_secret_of_the_basic_scheme() {
        String pair = "basic+client:a+secret%3A+with+%25+and+%2B+0123456789%C3%BC";
        assertThat(authenticator
                        .authenticate(List.of(basic(pair)), parameters())
                        .id())
                .isEqualTo("basic client");
    }

    @Test
    void refuses_a_wrong_secret_an_unknown_client_and_garbage_alike() {
        for (String header : List.of(
                basic("basic+client:" + "x".repeat(40)),
                basic("nobody:" + "x".repeat(40)),
                basic("no colon"),
                basic("%zz:x"),
                "Basic ###",
                "Bearer abc")) {
            OAuthRefused refused = refusal(() -> authenticator.authenticate(List.of(header), parameters()));
            assertThat(refused.code()).isEqualTo(OAuthErrorCode.INVALID_CLIENT);
            assertThat(refused.description()).isEqualTo("client authentication failed");
        }
    }

    @Test
    void takes_the_registered_method_only() {
        assertThat(refusal(() -> authenticator.authenticate(
                                List.of(), parameters("client_id", "basic client", "client_secret", SECRET)))
                        .reason())
                .isEqualTo("not the registered authentication method");
        assertThat(authenticator
                        .authenticate(List.of(), parameters("client_id", "post", "client_secret", SECRET))
                        .id())
                .isEqualTo("post");
    }

    @Test
    void refuses_several_methods_at_once() {
        List<String> none = List.of();
        List<String> one = List.of(basic("basic+client:x"));
        assertInvalidRequest(one, parameters("client_id", "basic client", "client_secret", SECRET));
        assertInvalidRequest(one, parameters("client_assertion", "a.b.c", "client_assertion_type", TYPE));
        assertInvalidRequest(one, parameters("client_assertion_type", TYPE));
        assertInvalidRequest(none, parameters("client_secret", SECRET, "client_assertion", "a.b.c"));
        assertInvalidRequest(List.of(basic("basic+client:x"), basic("basic+client:x")), parameters());
        assertInvalidRequest(one, parameters("client_id", "post"));
    }

    private void assertInvalidRequest(List<String> authorization, RequestParameters parameters) {
        assertThat(refusal(() -> authenticator.authenticate(authorization, parameters))
                        .code())
                .isEqualTo(OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void lets_public_clients_name_themselves_and_confidential_ones_not() {
        assertThat(authenticator
                        .authenticate(List.of(), parameters("client_id", "open"))
                        .isConfidential())
                .isFalse();
        assertThat(refusal(() -> authenticator.authenticate(List.of(), parameters("client_id", "post")))
                        .code())
                .isEqualTo(OAuthErrorCode.INVALID_CLIENT);
        assertThat(refusal(() -> authenticator.authenticate(List.of(), parameters()))
                        .code())
                .isEqualTo(OAuthErrorCode.INVALID_CLIENT);
    }

    @Test
    void accepts_an_assertion_once() throws Exception {
        String assertion = signed(claims("jwt").build());
        assertThat(assert_(assertion).id()).isEqualTo("jwt");
        assertThat(refusal(() -> assert_(assertion)).reason()).isEqualTo("the assertion was used before");
    }

    @Test
    void refuses_assertions_that_say_the_wrong_thing() throws Exception {
        Date now = Date.from(clock.instant());
        Map<String, JWTClaimsSet> wrong = new HashMap<>();
        wrong.put(
                "token endpoint as audience",
                claims("jwt").audience(ISSUER + "/token").build());
        wrong.put(
                "more than one audience",
                claims("jwt").audience(List.of(ISSUER, "https://other.test")).build());
        wrong.put("another issuer", claims("jwt").issuer("post").build());
        wrong.put("no jti", claims("jwt").jwtID(null).build());
        wrong.put("no exp", claims("jwt").expirationTime(null).build());
        wrong.put(
                "expired",
                claims("jwt")
                        .expirationTime(Date.from(now.toInstant().minusSeconds(31)))
                        .build());
        wrong.put(
                "too long",
                claims("jwt")
                        .expirationTime(Date.from(now.toInstant().plusSeconds(400)))
                        .build());
        wrong.put(
                "iat in the future",
                claims("jwt")
                        .issueTime(Date.from(now.toInstant().plusSeconds(60)))
                        .build());
        wrong.put(
                "not yet",
                claims("jwt")
                        .notBeforeTime(Date.from(now.toInstant().plusSeconds(60)))
                        .build());
        for (Map.Entry<String, JWTClaimsSet> one : wrong.entrySet()) {
            String assertion = signed(one.getValue());
            assertThat(refusal(() -> assert_(assertion)).code())
                    .as(one.getKey())
                    .isEqualTo(OAuthErrorCode.INVALID_CLIENT);
        }
    }

    @Test
    void refuses_foreign_keys_unregistered_algorithms_and_none() throws Exception {
        ECKey foreign = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        assertThat(refusal(() -> assert_(signed(claims("jwt").build(), foreign)))
                        .reason())
                .contains("not signed by a registered key");
        assertThat(refusal(() -> assert_(signed(claims("jwt-rs256").build()))).reason())
                .contains("not signed by a registered key");
        String plain = new PlainJWT(claims("jwt").build()).serialize();
        assertThat(refusal(() -> assert_(plain)).code()).isEqualTo(OAuthErrorCode.INVALID_CLIENT);
        assertThat(refusal(() -> assert_(signed(claims("nobody").build()))).reason())
                .isEqualTo("unknown client");
    }

    private AuthenticatedClient assert_(String assertion) {
        return authenticator.authenticate(
                List.of(), parameters("client_assertion_type", TYPE, "client_assertion", assertion));
    }

    private JWTClaimsSet.Builder claims(String clientId) {
        return new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(ISSUER)
                .jwtID(java.util.UUID.randomUUID().toString())
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(1))));
    }

    private String signed(JWTClaimsSet claims) {
        return signed(claims, key);
    }

    private static String signed(JWTClaimsSet claims, ECKey key) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .type(JOSEObjectType.JWT)
                            .build(),
                    claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestParameters parameters(String... namesAndValues) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return RequestParameters.of(parameters);
    }

    private static OAuthRefused refusal(Runnable request) {
        return catchThrowableOfType(OAuthRefused.class, request::run);
    }
}
