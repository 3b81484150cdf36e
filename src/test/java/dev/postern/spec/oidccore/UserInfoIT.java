package dev.postern.spec.oidccore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core sections 5.3 and 5.4: claims by scope, with their JSON types. */
class UserInfoIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");

    @Test
    void releases_the_claims_of_the_granted_scopes_only() {
        Answer tokens = web.tokens("openid");
        assertThat(web.userInfo(tokens.text("access_token")).json())
                .isEqualTo(Map.of("sub", tokens.claims("id_token").get("sub")));
        assertThat(web.userInfo(web.tokens("openid email").text("access_token")).json())
                .containsEntry("email", "alice@example.com")
                .containsEntry("email_verified", true)
                .doesNotContainKeys("name", "phone_number");
    }

    @Test
    void keeps_json_types() {
        Answer answer = web.userInfo(web.tokens("openid profile address phone").text("access_token"));
        assertThat(answer.json()).containsEntry("name", "Alice Example").containsEntry("phone_number_verified", true);
        assertThat(answer.json().get("address")).isInstanceOf(Map.class);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void answers_post_with_the_header_too() {
        String token = web.tokens("openid").text("access_token");
        assertThat(OAuthClient.send(web.request("/userinfo")
                                .header("Authorization", "Bearer " + token)
                                .POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answers_post_with_the_token_in_the_form() {
        String token = web.tokens("openid").text("access_token");
        assertThat(OAuthClient.send(form("access_token=" + token)).status()).isEqualTo(200);
    }

    /** RFC 6750 section 2. */
    @Test
    void refuses_a_token_that_is_sent_in_two_ways_or_in_the_query() {
        String token = web.tokens("openid").text("access_token");
        for (HttpRequest.Builder request : List.of(
                form("access_token=" + token).header("Authorization", "Bearer " + token),
                web.request("/userinfo?access_token=" + token)
                        .header("Authorization", "Bearer " + token)
                        .GET(),
                web.request("/userinfo?access_token=" + token).GET())) {
            Answer answer = OAuthClient.send(request);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo("invalid_request");
        }
    }

    private HttpRequest.Builder form(String body) {
        return web.request("/userinfo")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    @Test
    void says_when_the_user_was_changed_last_as_a_number() {
        Answer answer = web.userInfo(web.tokens("openid profile").text("access_token"));
        assertThat(answer.json().get("updated_at")).isInstanceOf(Number.class);
        assertThat(web.userInfo(web.tokens("openid email").text("access_token")).json())
                .doesNotContainKey("updated_at");
    }

    @Test
    void accepts_tokens_in_either_format_and_for_any_audience() {
        assertThat(web.userInfo(web.tokens("openid mail.read").text("access_token"))
                        .status())
                .isEqualTo(200);
        assertThat(web.userInfo(web.tokens("openid orders.read").text("access_token"))
                        .status())
                .isEqualTo(200);
    }
}
