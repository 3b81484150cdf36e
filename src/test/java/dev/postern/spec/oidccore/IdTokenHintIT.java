package dev.postern.spec.oidccore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.TestServer;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core sections 3.1.2.1 and 3.1.2.2: id_token_hint. */
class IdTokenHintIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");
    private final Browser browser = new Browser(server.issuer());

    private Authorize hinted(String idToken) {
        return Authorize.with("web-basic").and("id_token_hint", idToken);
    }

    @Test
    void the_hinted_person_is_answered_at_once() {
        String idToken = web.tokens(browser, "openid profile", "alice", "copper lantern at noon")
                .text("id_token");

        assertThat(browser.authorize(hinted(idToken).and("prompt", "none").map())
                        .parameter("code"))
                .isPresent();
    }

    @Test
    void another_person_must_sign_in_and_silently_is_refused() {
        String bobs = web.tokens(new Browser(server.issuer()), "openid profile", "bob", "seven quiet harbours")
                .text("id_token");
        web.tokens(browser, "openid profile", "alice", "copper lantern at noon");

        assertThat(browser.authorize(hinted(bobs).and("prompt", "none").map()).parameter("error"))
                .contains("login_required");
        assertThat(browser.authorize(hinted(bobs).map()).location().getPath()).isEqualTo("/login");
    }

    @Test
    void another_person_who_signs_in_is_not_taken_for_the_hinted_one() {
        String bobs = web.tokens(new Browser(server.issuer()), "openid profile", "bob", "seven quiet harbours")
                .text("id_token");
        Page login = browser.get(browser.authorize(hinted(bobs).map()).location());

        Page answer = browser.login(login, "alice", "copper lantern at noon");

        assertThat(answer.parameter("error")).contains("login_required");
        assertThat(browser.cookies()).doesNotContainKey("postern_session");
    }

    @Test
    void a_hint_that_is_not_ours_is_refused() {
        assertThat(browser.authorize(hinted("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c3JfMSJ9.")
                                .map())
                        .parameter("error"))
                .contains("invalid_request");
    }
}
