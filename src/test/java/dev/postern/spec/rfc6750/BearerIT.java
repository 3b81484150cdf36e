package dev.postern.spec.rfc6750;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** RFC 6750 sections 2 and 3: how a bearer token comes to userinfo, and how it is refused. */
class BearerIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");

    @Test
    void asks_for_a_token_without_naming_an_error_if_there_is_none() {
        Answer answer = OAuthClient.send(web.request("/userinfo").GET());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer").doesNotContain("error");
    }

    @Test
    void refuses_a_token_that_is_none() {
        Answer answer = web.userInfo("nonsense");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer").contains("error=\"invalid_token\"");
    }

    @Test
    void refuses_a_token_without_openid() {
        Answer answer = web.userInfo(web.tokens("orders.read").text("access_token"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
    }

    @Test
    void refuses_the_token_of_a_client_itself() {
        OAuthClient service = OAuthClient.confidential(server, "service");
        assertThat(service.userInfo(service.clientCredentials("scope", "orders.read")
                                .text("access_token"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void takes_the_token_from_a_form_body_but_never_from_the_query() {
        String token = web.tokens("openid").text("access_token");
        assertThat(post("/userinfo", "access_token=" + token).status()).isEqualTo(200);
        assertThat(OAuthClient.send(
                                web.request("/userinfo?access_token=" + token).GET())
                        .status())
                .isEqualTo(400);
        assertThat(post("/userinfo?access_token=" + token, "").status()).isEqualTo(400);
    }

    @Test
    void refuses_a_token_that_comes_twice() {
        String token = web.tokens("openid").text("access_token");
        Answer answer = OAuthClient.send(web.request("/userinfo")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("access_token=" + token)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_request\"");
    }

    @Test
    void refuses_an_id_token_in_place_of_an_access_token() {
        assertThat(web.userInfo(web.tokens("openid").text("id_token")).status()).isEqualTo(401);
    }

    private Answer post(String path, String body) {
        return OAuthClient.send(web.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }
}
