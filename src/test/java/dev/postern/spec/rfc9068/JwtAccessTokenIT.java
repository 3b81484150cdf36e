package dev.postern.spec.rfc9068;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** RFC 9068 section 2: what JWT access tokens say. */
class JwtAccessTokenIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");

    @Test
    void carries_type_and_claims_of_the_profile() {
        Answer tokens = web.tokens("openid orders.read");
        assertThat(tokens.jwtHeader("access_token"))
                .containsEntry("typ", "at+jwt")
                .containsKeys("alg", "kid");
        assertThat(tokens.claims("access_token"))
                .containsEntry("iss", server.issuer())
                .containsEntry("client_id", "web-basic")
                .containsEntry("scope", "openid orders.read")
                .containsKeys("sub", "aud", "exp", "iat", "jti", "gid", "auth_time");
    }

    @Test
    void is_verified_by_the_published_keys() throws Exception {
        SignedJWT jwt = SignedJWT.parse(web.tokens("openid").text("access_token"));
        JWKSet published = JWKSet.load(URI.create(server.issuer() + "/jwks").toURL());
        AsymmetricJWK key =
                (AsymmetricJWK) published.getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(jwt.verify(new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), key.toPublicKey())))
                .isTrue();
    }

    @Test
    void names_the_client_as_subject_where_no_user_is_involved() {
        assertThat(OAuthClient.confidential(server, "service")
                        .clientCredentials("scope", "orders.read")
                        .claims("access_token"))
                .containsEntry("sub", "service")
                .containsEntry("client_id", "service")
                .doesNotContainKey("auth_time");
    }

    @Test
    void names_a_user_by_a_subject_that_no_client_can_have() {
        assertThat(String.valueOf(web.tokens("openid").claims("access_token").get("sub")))
                .startsWith("usr_");
    }
}
