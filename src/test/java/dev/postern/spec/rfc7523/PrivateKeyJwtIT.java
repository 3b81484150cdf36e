package dev.postern.spec.rfc7523;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.TestServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** RFC 7523 section 3 and OpenID Connect Core section 9: private_key_jwt. */
class PrivateKeyJwtIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);

    @Test
    void accepts_an_assertion_once() throws Exception {
        String assertion = signed("test-es256", claims("service-jwt").build());
        assertThat(token(assertion).status()).isEqualTo(200);
        assertThat(token(assertion).error()).isEqualTo("invalid_client");
    }

    @Test
    void accepts_an_assertion_once_also_in_parallel() throws Exception {
        String assertion = signed("test-es256", claims("service-jwt").build());
        List<Answer> answers = Parallel.run(20, () -> token(assertion));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    }

    @Test
    void accepts_rsa_keys() throws Exception {
        assertThat(token(signed("test-rs256", claims("service-jwt").build())).status())
                .isEqualTo(200);
    }

    @Test
    void refuses_any_audience_but_the_issuer_alone() throws Exception {
        assertThat(token(signed(
                                "test-es256",
                                claims("service-jwt")
                                        .audience(server.issuer() + "/token")
                                        .build()))
                        .error())
                .isEqualTo("invalid_client");
        assertThat(token(signed(
                                "test-es256",
                                claims("service-jwt")
                                        .audience(List.of(server.issuer(), "https://x.test"))
                                        .build()))
                        .error())
                .isEqualTo("invalid_client");
    }

    @Test
    void refuses_assertions_without_end_identifier_or_out_of_time() throws Exception {
        Instant now = Instant.now();
        for (JWTClaimsSet wrong : List.of(
                claims("service-jwt").expirationTime(null).build(),
                claims("service-jwt").jwtID(null).build(),
                claims("service-jwt")
                        .expirationTime(Date.from(now.minusSeconds(120)))
                        .build(),
                claims("service-jwt")
                        .expirationTime(Date.from(now.plusSeconds(86_400)))
                        .build(),
                claims("service-jwt").issueTime(Date.from(now.plusSeconds(300))).build(),
                claims("service-jwt")
                        .notBeforeTime(Date.from(now.plusSeconds(300)))
                        .build(),
                claims("service-jwt").issuer("service").build())) {
            assertThat(token(signed("test-es256", wrong)).status())
                    .as(wrong.toString())
                    .isEqualTo(401);
        }
    }

    @Test
    void refuses_foreign_keys_and_unsigned_assertions() throws Exception {
        JWK stranger = JWKSet.load(
                        Path.of("src/test/resources/keys/stranger.jwks.json").toFile())
                .getKeys()
                .get(0);
        assertThat(token(signed(stranger, claims("service-jwt").build())).error())
                .isEqualTo("invalid_client");
        assertThat(token(new PlainJWT(claims("service-jwt").build()).serialize())
                        .error())
                .isEqualTo("invalid_client");
    }

    @Test
    void takes_the_registered_algorithm_only() throws Exception {
        Map<String, String> form =
                form(signed("test-rs256", claims("web-jwt-es256").build()));
        form.put("grant_type", "authorization_code");
        form.put("code", "x");
        OAuthClient nobody = new OAuthClient(server.issuer(), "web-jwt-es256", "");
        assertThat(nobody.post("/token", form).error()).isEqualTo("invalid_client");
        form.put(
                "client_assertion", signed("test-es256", claims("web-jwt-es256").build()));
        assertThat(nobody.post("/token", form).error()).isEqualTo("invalid_grant");
    }

    private JWTClaimsSet.Builder claims(String clientId) {
        return new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(server.issuer())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String signed(String kid, JWTClaimsSet claims) throws Exception {
        JWKSet keys = JWKSet.load(
                Path.of("src/test/resources/keys/test-client.jwks.json").toFile());
        return signed(keys.getKeyByKeyId(kid), claims);
    }

    private static String signed(JWK key, JWTClaimsSet claims) throws Exception {
        JWSAlgorithm algorithm = key.getKeyType().getValue().equals("RSA") ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
        JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(key, algorithm);
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private Answer token(String assertion) {
        Map<String, String> form = form(assertion);
        form.put("grant_type", "client_credentials");
        return new OAuthClient(server.issuer(), "service-jwt", "").post("/token", form);
    }

    private static Map<String, String> form(String assertion) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", assertion);
        return form;
    }
}
