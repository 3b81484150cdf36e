package dev.postern.spec.rfc9101;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 9101 sections 5 and 6, OpenID Connect Core section 6.1: request objects by value. */
class RequestObjectIT {

    private static final String KEYS = "src/test/resources/keys/";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Browser browser = new Browser(server.issuer());

    private JWTClaimsSet.Builder claims() {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("web-jwt")
                .audience(server.issuer())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
        Authorize.with("web-jwt")
                .and("scope", "openid")
                .and("state", "inside")
                .map()
                .forEach(claims::claim);
        return claims;
    }

    private static String signed(String file, String kid, JWTClaimsSet claims) throws Exception {
        JWKSet keys = JWKSet.load(Path.of(KEYS + file).toFile());
        JWK key = kid.isEmpty() ? keys.getKeys().get(0) : keys.getKeyByKeyId(kid);
        JWSAlgorithm algorithm = key.getKeyType().getValue().equals("RSA") ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
        jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
        return jwt.serialize();
    }

    private static Map<String, String> sent(String object) {
        return Authorize.with("web-jwt")
                .without("state")
                .and("scope", "openid")
                .and("prompt", "none")
                .and("request", object)
                .map();
    }

    @Test
    void the_object_is_the_request() throws Exception {
        for (String kid : new String[] {"test-es256", "test-rs256"}) {
            Page page = browser.signIn(
                    sent(signed("test-client.jwks.json", kid, claims().build())), "alice", "copper lantern at noon");

            assertThat(page.parameter("code")).as("prompt=none stood outside").isPresent();
            assertThat(page.parameter("state")).contains("inside");
        }
    }

    @Test
    void comes_by_post_too() throws Exception {
        Map<String, String> sent = sent(signed(
                "test-client.jwks.json",
                "test-es256",
                claims().claim("prompt", "none").build()));
        Page posted = browser.post("/authorize", sent);

        assertThat(browser.get(posted.location()).parameter("error")).contains("login_required");
    }

    @Test
    void what_the_client_did_not_sign_is_refused_where_it_can_be_told() throws Exception {
        for (String object : new String[] {
            signed("stranger.jwks.json", "", claims().build()),
            signed(
                    "test-client.jwks.json",
                    "test-es256",
                    claims().audience("https://other.test").build()),
            "nonsense"
        }) {
            Page page = browser.authorize(sent(object));
            assertThat(page.location().toString()).startsWith(Authorize.CALLBACK + "?");
            assertThat(page.parameter("error")).contains("invalid_request_object");
            assertThat(page.parameter("iss")).contains(server.issuer());
        }
    }

    @Test
    void an_unsigned_one_is_refused_in_the_mode_that_it_asks_for() {
        String object =
                new PlainJWT(claims().claim("response_mode", "form_post").build()).serialize();

        assertThat(browser.authorize(sent(object)).fields())
                .containsEntry("error", "request_not_supported")
                .containsEntry("state", "inside");
    }

    @Test
    void an_object_leads_nowhere_that_is_not_registered() throws Exception {
        String object = signed(
                "test-client.jwks.json",
                "test-es256",
                claims().claim("redirect_uri", "https://evil.example/").build());
        Page page = browser.authorize(sent(object));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("Location")).isEmpty();
    }
}
