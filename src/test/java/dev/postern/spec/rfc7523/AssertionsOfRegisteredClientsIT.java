package dev.postern.spec.rfc7523;

import static dev.postern.spec.rfc7591.Registrant.metadata;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.postern.spec.rfc7591.Registrant;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Published;
import dev.postern.testserver.TestServer;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** RFC 7523 section 3, OpenID Connect Core section 9: client_secret_jwt, and private_key_jwt with keys at a jwks_uri. */
class AssertionsOfRegisteredClientsIT {

    private static final String REACHED = "invalid_grant"; // the client is authenticated, only its code is none

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Registrant registrant = new Registrant(server);

    @Test
    void an_hmac_authenticates_once() throws Exception {
        Answer client = registrant.register(metadata("token_endpoint_auth_method", "client_secret_jwt"));
        String id = client.text("client_id");
        for (JWSAlgorithm algorithm : new JWSAlgorithm[] {JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512}) {
            String assertion = signed(id, new JWSHeader(algorithm), new MACSigner(client.text("client_secret")));
            assertThat(token(id, assertion).error()).as(algorithm.getName()).isEqualTo(REACHED);
            assertThat(token(id, assertion).error()).isEqualTo("invalid_client");
        }
        String wrong = signed(id, new JWSHeader(JWSAlgorithm.HS256), new MACSigner("x".repeat(64)));
        assertThat(token(id, wrong).error()).isEqualTo("invalid_client");
    }

    @Test
    void published_keys_are_fetched_and_fetched_again_when_the_client_has_new_ones() throws Exception {
        ECKey first = key();
        ECKey second = key();
        try (Published keys = new Published(published(first))) {
            Answer client = registrant.register(
                    metadata("token_endpoint_auth_method", "private_key_jwt", "jwks_uri", keys.uri()));
            String id = client.text("client_id");
            assertThat(client.json()).doesNotContainKey("client_secret").containsEntry("jwks_uri", keys.uri());
            assertThat(token(id, signed(id, first)).error()).isEqualTo(REACHED);
            assertThat(token(id, signed(id, first)).error()).isEqualTo(REACHED);
            assertThat(keys.fetches()).isEqualTo(1);
            keys.replace(published(second));
            assertThat(token(id, signed(id, second)).error()).isEqualTo(REACHED);
            assertThat(token(id, signed(id, first)).error()).isEqualTo("invalid_client");
            for (int i = 0; i < 20; i++) {
                assertThat(token(id, signed(id, key())).error()).isEqualTo("invalid_client");
            }
            assertThat(keys.fetches()).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void keys_are_never_fetched_from_private_addresses_or_by_redirect() throws Exception {
        ECKey key = key();
        try (Published keys = new Published(published(key))) {
            for (String uri : new String[] {"https://10.0.0.1/jwks", "https://[::1]:1/jwks", keys.movedUri()}) {
                String id = registrant
                        .register(metadata("token_endpoint_auth_method", "private_key_jwt", "jwks_uri", uri))
                        .text("client_id");
                Answer refused = token(id, signed(id, key));
                assertThat(refused.error()).as(uri).isEqualTo("invalid_client");
                assertThat(refused.text("error_description")).isEqualTo("client authentication failed");
            }
            assertThat(keys.fetches()).isZero();
        }
    }

    @Test
    void the_token_endpoint_is_an_audience_where_the_policy_says_so() throws Exception {
        String endpoint = server.issuer() + "/token";
        Map<String, Object> metadata = metadata("token_endpoint_auth_method", "client_secret_jwt");
        Answer open = registrant.register(metadata);
        Answer policy = registrant.registerWith("initial-access-token-audience-0123456789", metadata);
        for (String audience : new String[] {endpoint, server.issuer()}) {
            assertThat(hmac(policy, audience).error()).as(audience).isEqualTo(REACHED);
        }
        assertThat(hmac(open, endpoint).error()).isEqualTo("invalid_client");
        assertThat(hmac(policy, server.issuer() + "/introspect").error()).isEqualTo("invalid_client");
    }

    private Answer hmac(Answer client, String audience) throws Exception {
        String id = client.text("client_id");
        MACSigner signer = new MACSigner(client.text("client_secret"));
        return token(id, signed(id, audience, new JWSHeader(JWSAlgorithm.HS256), signer));
    }

    private static ECKey key() throws Exception {
        return new ECKeyGenerator(Curve.P_256)
                .keyID(UUID.randomUUID().toString())
                .generate();
    }

    private static String published(ECKey key) {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    private String signed(String clientId, ECKey key) throws Exception {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        return signed(clientId, header, new ECDSASigner(key));
    }

    private String signed(String clientId, JWSHeader header, JWSSigner signer) throws Exception {
        return signed(clientId, server.issuer(), header, signer);
    }

    private static String signed(String clientId, String audience, JWSHeader header, JWSSigner signer)
            throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private Answer token(String clientId, String assertion) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", assertion);
        form.put("grant_type", "authorization_code");
        form.put("code", "x");
        return new OAuthClient(server.issuer(), clientId, "").post("/token", form);
    }
}
