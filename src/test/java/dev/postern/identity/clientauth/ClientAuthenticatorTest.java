package dev.postern.identity.clientauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.postern.data.database.Client;
import dev.postern.data.database.client.AssertionAudience;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.identity.clientkeys.RemoteKeys;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Ed25519;
import dev.postern.platform.Issuer;
import dev.postern.platform.KeyedHashes;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Sealer;
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
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientAuthenticatorTest {

    private static final String ISSUER = "https://issuer.test";
    private static final String SECRET = "a secret: with % and + 0123456789ü";
    private static final String HMAC_SECRET = "an hmac secret of sixty-four bytes, which is what HS512 asks of it";
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final TestClock clock = new TestClock();
    private final ECKey key = key();
    private final ClientSecrets secrets = new ClientSecrets(
            new KeyedHashes(new MasterKeys(Map.of(1, new byte[32]))), new RandomValues(new SecureRandom()));
    private final KeptSecrets kept = new KeptSecrets(
            secrets,
            new Sealer(
                    new MasterKeys(Map.of(1, new byte[32])),
                    new RandomValues(new SecureRandom()),
                    CryptoProvider.ofJdk()),
            clock);
    private String published = "";
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
                    .id("jwt-elsewhere")
                    .authentication(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                    .jwksUri("https://client.test/jwks")
                    .build(),
            TestClients.web()
                    .id("jwt-endpoint")
                    .authentication(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                    .audience(AssertionAudience.ISSUER_OR_TOKEN_ENDPOINT)
                    .jwks(new JWKSet(key.toPublicJWK()).toString())
                    .build(),
            hmac("hmac", ""),
            hmac("hmac-512", "HS512"),
            TestClients.web()
                    .id("open")
                    .authentication(ClientAuthenticationMethod.NONE)
                    .build());
    private final ClientAuthenticator authenticator = authenticator();

    private Client hmac(String id, String algorithm) {
        Client client = TestClients.web()
                .id(id)
                .authentication(ClientAuthenticationMethod.CLIENT_SECRET_JWT)
                .assertionAlgorithm(algorithm)
                .build();
        return client.withAuthentication(
                kept.keep(client.authentication(), new ClientSecret(HMAC_SECRET), Optional.empty()));
    }

    private ClientAuthenticator authenticator() {
        RegisteredSecrets registered = new RegisteredSecrets(clients, secrets, clock);
        try {
            return new ClientAuthenticator(
                    new ClientSecretBasic(registered),
                    new ClientSecretPost(registered),
                    new ClientAssertions(
                            clients,
                            new AssertionSignature(
                                    RemoteKeys.signatures(uri -> published, clock), new SecretMacs(kept)),
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

    @Test
    void takes_the_token_endpoint_as_audience_of_clients_that_are_registered_so() {
        assertThat(assert_(signed(claims("jwt-endpoint")
                                .audience(ISSUER + "/token")
                                .build()))
                        .id())
                .isEqualTo("jwt-endpoint");
        assertThat(assert_(signed(claims("jwt-endpoint").build())).id()).isEqualTo("jwt-endpoint");
        for (List<String> audience :
                List.of(List.of(ISSUER, ISSUER + "/token"), List.of(ISSUER + "/introspect"), List.<String>of())) {
            assertThat(refusal(() -> assert_(signed(
                                    claims("jwt-endpoint").audience(audience).build())))
                            .reason())
                    .isEqualTo("aud is not the issuer alone");
        }
    }

    @Test
    void takes_keys_that_the_client_publishes_and_looks_again_for_new_ones() throws Exception {
        published = new JWKSet(key.toPublicJWK()).toString();
        assertThat(assert_(signed(claims("jwt-elsewhere").build())).id()).isEqualTo("jwt-elsewhere");
        ECKey next = new ECKeyGenerator(Curve.P_256).keyID("k2").generate();
        published = new JWKSet(next.toPublicJWK()).toString();
        assertThat(assert_(signed(claims("jwt-elsewhere").build(), next)).id()).isEqualTo("jwt-elsewhere");
        assertThat(refusal(() -> assert_(signed(claims("jwt-elsewhere").build())))
                        .reason())
                .contains("not signed by a registered key");
    }

    @Test
    void takes_every_algorithm_that_metadata_promises_for_public_keys() throws Exception {
        OctetKeyPair edwards = Ed25519.generate(new SecureRandom()).keyID("ed").build();
        RSAKey rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        published = new JWKSet(List.of(key.toPublicJWK(), edwards.toPublicJWK(), rsa.toPublicJWK())).toString();
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256)) {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader(algorithm), claims("jwt-elsewhere").build());
            jwt.sign(new RSASSASigner(rsa));
            assertThat(assert_(jwt.serialize()).id()).isEqualTo("jwt-elsewhere");
        }
        assertThat(assert_(edwards(claims("jwt-elsewhere").build(), edwards)).id())
                .isEqualTo("jwt-elsewhere");
        OctetKeyPair other = Ed25519.generate(new SecureRandom()).keyID("ed").build();
        assertThat(refusal(() -> assert_(edwards(claims("jwt-elsewhere").build(), other)))
                        .code())
                .isEqualTo(OAuthErrorCode.INVALID_CLIENT);
    }

    private static String edwards(JWTClaimsSet claims, OctetKeyPair pair) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                    .keyID(pair.getKeyID())
                    .build();
            String input = new SignedJWT(header, claims).getHeader().toBase64URL() + "."
                    + claims.toPayload().toBase64URL();
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(Ed25519.privateKey(pair));
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + Base64URL.encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void accepts_an_hmac_once() throws Exception {
        String assertion = hmac(claims("hmac").build(), JWSAlgorithm.HS256, HMAC_SECRET);
        AuthenticatedClient client = assert_(assertion);
        assertThat(client.method()).isEqualTo(ClientAuthenticationMethod.CLIENT_SECRET_JWT);
        assertThat(refusal(() -> assert_(assertion)).reason()).isEqualTo("the assertion was used before");
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
            assertThat(assert_(hmac(claims("hmac").build(), algorithm, HMAC_SECRET))
                            .id())
                    .isEqualTo("hmac");
        }
    }

    @Test
    void refuses_hmacs_of_another_secret_algorithm_method_or_audience() throws Exception {
        String other = "x".repeat(64);
        for (String wrong : List.of(
                hmac(claims("hmac").build(), JWSAlgorithm.HS256, other),
                hmac(claims("hmac-512").build(), JWSAlgorithm.HS256, HMAC_SECRET),
                hmac(claims("jwt").build(), JWSAlgorithm.HS256, HMAC_SECRET),
                hmac(claims("post").build(), JWSAlgorithm.HS256, SECRET + "-----------------"),
                hmac(claims("hmac").audience(ISSUER + "/token").build(), JWSAlgorithm.HS256, HMAC_SECRET),
                signed(claims("hmac").build()))) {
            assertThat(refusal(() -> assert_(wrong)).code()).isEqualTo(OAuthErrorCode.INVALID_CLIENT);
        }
    }

    @Test
    void an_hmac_key_is_as_long_as_its_hash() {
        Client client = hmac("short", "");
        Client shorter = client.withAuthentication(kept.keep(
                client.authentication(), new ClientSecret("x".repeat(40)), Optional.of(client.authentication())));
        SecretMacs macs = new SecretMacs(kept);
        assertThat(macs.isBy(shorter.authentication(), parsed(JWSAlgorithm.HS256, "x".repeat(40))))
                .isTrue();
        assertThat(macs.isBy(client.authentication(), parsed(JWSAlgorithm.HS384, "x".repeat(48))))
                .isFalse();
        assertThat(macs.isBy(shorter.authentication(), parsed(JWSAlgorithm.HS512, "x".repeat(64))))
                .isFalse();
    }

    @Test
    void a_secret_that_is_stored_already_stays_as_it_is() {
        Client client = hmac("hmac", "");
        assertThat(client.authentication().secretHashes()).isEmpty();
        assertThat(client.authentication().sealedSecret()).isNotEmpty().doesNotContain(HMAC_SECRET);
        assertThat(client.toString()).doesNotContain(client.authentication().sealedSecret());
        assertThat(kept.keep(
                        client.authentication(), new ClientSecret(HMAC_SECRET), Optional.of(client.authentication())))
                .isEqualTo(client.authentication());
    }

    private SignedJWT parsed(JWSAlgorithm algorithm, String secret) {
        try {
            return SignedJWT.parse(hmac(claims("short").build(), algorithm, secret));
        } catch (java.text.ParseException | com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hmac(JWTClaimsSet claims, JWSAlgorithm algorithm, String secret)
            throws com.nimbusds.jose.JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims);
        jwt.sign(new MACSigner(secret));
        return jwt.serialize();
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
