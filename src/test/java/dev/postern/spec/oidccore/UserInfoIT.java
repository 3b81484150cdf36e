package dev.postern.spec.oidccore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
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
    void accepts_tokens_in_either_format_and_for_any_audience() {
        assertThat(web.userInfo(web.tokens("openid mail.read").text("access_token"))
                        .status())
                .isEqualTo(200);
        assertThat(web.userInfo(web.tokens("openid orders.read").text("access_token"))
                        .status())
                .isEqualTo(200);
    }
}
