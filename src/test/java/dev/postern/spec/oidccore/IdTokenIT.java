package dev.postern.spec.oidccore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core sections 2, 3.1.3 and 12.2: what ID tokens say. */
class IdTokenIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");

    @Test
    void says_who_signed_in_when_and_for_whom() {
        Answer tokens = web.tokens("openid profile");
        assertThat(tokens.claims("id_token"))
                .containsEntry("iss", server.issuer())
                .containsEntry("aud", "web-basic")
                .containsEntry("nonce", "n-0S6_WzA2Mj")
                .containsKeys("sub", "exp", "iat", "auth_time", "sid", "amr")
                .doesNotContainKeys("name", "email");
    }

    @Test
    void is_bound_to_the_access_token() throws Exception {
        Answer tokens = web.tokens("openid");
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(tokens.text("access_token").getBytes(StandardCharsets.US_ASCII));
        assertThat(tokens.claims("id_token"))
                .containsEntry(
                        "at_hash", Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16)));
    }

    @Test
    void is_signed_by_the_algorithm_that_the_client_registered() {
        assertThat(web.tokens("openid").jwtHeader("id_token")).containsEntry("alg", "RS256");
        Map<String, String> algorithms = Map.of("web-es256", "ES256", "web-ps256", "PS256", "web-eddsa", "EdDSA");
        algorithms.forEach((client, algorithm) -> assertThat(OAuthClient.confidential(server, client)
                        .tokens("openid")
                        .jwtHeader("id_token"))
                .containsEntry("alg", algorithm));
    }

    /** EdDSA hashes with SHA-512, so the access token's hash is made with it. */
    @Test
    void is_bound_to_the_access_token_by_the_hash_of_its_algorithm() throws Exception {
        Answer tokens = OAuthClient.confidential(server, "web-eddsa").tokens("openid");
        byte[] hash = MessageDigest.getInstance("SHA-512")
                .digest(tokens.text("access_token").getBytes(StandardCharsets.US_ASCII));
        assertThat(tokens.claims("id_token"))
                .containsEntry(
                        "at_hash", Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 32)));
    }

    @Test
    void comes_again_at_refresh_without_the_nonce() {
        Answer first = web.tokens("openid offline_access");
        Answer refreshed = web.refresh(first.text("refresh_token"));
        Map<String, Object> claims = refreshed.claims("id_token");
        assertThat(claims).doesNotContainKey("nonce");
        for (String same : new String[] {"iss", "sub", "aud", "auth_time", "sid"}) {
            assertThat(claims.get(same))
                    .as(same)
                    .isEqualTo(first.claims("id_token").get(same));
        }
    }

    @Test
    void is_left_out_without_openid() {
        assertThat(web.tokens("orders.read").json()).doesNotContainKey("id_token");
    }
}
