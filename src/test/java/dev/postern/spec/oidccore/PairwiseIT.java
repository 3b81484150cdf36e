package dev.postern.spec.oidccore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core sections 8.1 (pairwise subjects) and 5.3.2 (userinfo as a JWT). */
class PairwiseIT {

    private static final String PASSWORD = "copper lantern at noon";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient pairwise = OAuthClient.confidential(server, "web-pairwise");
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");

    private static Map<String, Object> part(String jwt, int index) {
        return Json.readObject(
                new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[index]), StandardCharsets.UTF_8));
    }

    @Test
    void nobody_sees_the_public_subject() {
        String publicSubject =
                String.valueOf(web.tokens("openid").claims("id_token").get("sub"));
        for (String scope : new String[] {"openid orders.read offline_access", "openid mail.read", "openid"}) {
            Answer tokens = pairwise.tokens(scope);
            String shown = String.valueOf(tokens.claims("id_token").get("sub"));
            String accessToken = tokens.text("access_token");

            assertThat(shown).isNotEqualTo(publicSubject);
            assertThat(pairwise.introspect(accessToken).text("sub")).isEqualTo(shown);
            assertThat(part(pairwise.userInfo(accessToken).response().body(), 1))
                    .containsEntry("sub", shown);
            if (accessToken.contains(".")) {
                assertThat(part(accessToken, 1)).containsEntry("sub", shown);
                assertThat(part(accessToken, 1).toString()).doesNotContain(publicSubject);
            }
        }
    }

    @Test
    void stays_the_same_at_refresh_and_for_refresh_tokens() {
        Answer first = pairwise.tokens("openid offline_access");
        Answer refreshed = pairwise.refresh(first.text("refresh_token"));

        assertThat(refreshed.claims("id_token").get("sub"))
                .isEqualTo(first.claims("id_token").get("sub"));
        assertThat(pairwise.introspect(refreshed.text("refresh_token")).text("sub"))
                .isEqualTo(first.claims("id_token").get("sub"));
    }

    @Test
    void comes_back_as_a_hint_at_sign_in_and_at_logout() {
        Browser browser = new Browser(server.issuer());
        String idToken = pairwise.redeem(pairwise.code(browser, "openid")).text("id_token");

        assertThat(browser.authorize(pairwise.authorization("openid", "prompt", "none", "id_token_hint", idToken))
                        .parameter("code"))
                .isPresent();
        assertThat(browser.get("/logout?id_token_hint=" + idToken).location().getPath())
                .isEqualTo("/signed-out");
    }

    @Test
    void another_persons_is_no_hint_for_this_session() {
        String alices = pairwise.tokens("openid").text("id_token");
        Browser bobs = new Browser(server.issuer());
        bobs.signIn(pairwise.authorization("openid"), "bob", "seven quiet harbours");

        assertThat(bobs.authorize(pairwise.authorization("openid", "prompt", "none", "id_token_hint", alices))
                        .parameter("error"))
                .contains("login_required");
    }

    @Test
    void userinfo_is_signed_where_the_client_registered_so() {
        Answer answer = pairwise.userInfo(pairwise.tokens("openid email").text("access_token"));

        assertThat(answer.header("Content-Type")).startsWith("application/jwt");
        assertThat(part(answer.response().body(), 0)).containsEntry("alg", "ES256");
        assertThat(part(answer.response().body(), 1))
                .containsEntry("iss", server.issuer())
                .containsEntry("aud", "web-pairwise")
                .containsEntry("email", "alice@example.com");
    }
}
