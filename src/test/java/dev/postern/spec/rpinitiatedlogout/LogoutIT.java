package dev.postern.spec.rpinitiatedlogout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect RP-Initiated Logout 1.0 sections 2 to 4. */
class LogoutIT {

    private static final String AFTERWARDS = "http://127.0.0.1:18081/signed-out";
    private static final String PASSWORD = "copper lantern at noon";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");
    private final Browser browser = new Browser(server.issuer());

    private Page logout(Map<String, String> parameters) {
        return browser.get("/logout?" + Browser.form(parameters));
    }

    private boolean isSignedIn() {
        return browser.authorize(
                        Authorize.with("web-basic").and("prompt", "none").map())
                .parameter("code")
                .isPresent();
    }

    private Page confirm(Page page, String decision) {
        Map<String, String> fields = new LinkedHashMap<>(page.fields());
        fields.put("decision", decision);
        return browser.post("/logout/confirm", fields);
    }

    @Test
    void a_hint_for_this_session_ends_it_and_leads_to_the_registered_uri_with_the_state() {
        String idToken =
                web.tokens(browser, "openid profile", "alice", PASSWORD).text("id_token");

        Page page = logout(Map.of("id_token_hint", idToken, "post_logout_redirect_uri", AFTERWARDS, "state", "a&b"));

        assertThat(page.location().toString()).isEqualTo(AFTERWARDS + "?state=a%26b");
        assertThat(page.headers("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("postern_session=;"));
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void the_cookie_is_dead_on_the_server_too() {
        String idToken =
                web.tokens(browser, "openid profile", "alice", PASSWORD).text("id_token");
        String session = browser.cookies().get("postern_session");
        logout(Map.of("id_token_hint", idToken));
        browser.cookies().put("postern_session", session);

        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void works_by_post_too() {
        String idToken =
                web.tokens(browser, "openid profile", "alice", PASSWORD).text("id_token");
        Page posted = browser.post("/logout", Map.of("id_token_hint", idToken));

        assertThat(browser.get(posted.location()).location().getPath()).isEqualTo("/signed-out");
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void without_a_uri_it_leads_to_our_own_page() {
        String idToken =
                web.tokens(browser, "openid profile", "alice", PASSWORD).text("id_token");
        Page page = logout(Map.of("id_token_hint", idToken));

        assertThat(page.location().toString()).isEqualTo(server.issuer() + "/signed-out");
        assertThat(browser.get(page.location()).status()).isEqualTo(200);
    }

    @Test
    void without_a_hint_the_person_is_asked() {
        web.tokens(browser, "openid profile", "alice", PASSWORD);
        Page page = logout(Map.of("client_id", "web-basic", "post_logout_redirect_uri", AFTERWARDS));

        assertThat(page.location().getPath()).isEqualTo("/logout-confirm");
        assertThat(isSignedIn()).isTrue();
        Page shown = browser.get(page.location());
        assertThat(shown.header("Content-Security-Policy")).contains("form-action 'self' http://127.0.0.1:18081;");
        assertThat(confirm(shown, "sign-out").location().toString()).isEqualTo(AFTERWARDS);
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void who_wants_to_stay_stays() {
        web.tokens(browser, "openid profile", "alice", PASSWORD);
        Page shown = browser.get(logout(Map.of()).location());

        assertThat(confirm(shown, "stay").location().toString()).startsWith(server.issuer());
        assertThat(isSignedIn()).isTrue();
    }

    @Test
    void a_hint_for_another_session_does_not_end_this_one_unasked() {
        String bobs = web.tokens(new Browser(server.issuer()), "openid profile", "bob", "seven quiet harbours")
                .text("id_token");
        web.tokens(browser, "openid profile", "alice", PASSWORD);

        assertThat(logout(Map.of("id_token_hint", bobs)).location().getPath()).isEqualTo("/logout-confirm");
        assertThat(logout(Map.of("id_token_hint", "not.a.token")).location().getPath())
                .isEqualTo("/logout-confirm");
        assertThat(isSignedIn()).isTrue();
    }

    @Test
    void the_confirmation_needs_its_token_and_its_browser_and_counts_once() {
        web.tokens(browser, "openid profile", "alice", PASSWORD);
        Page shown = browser.get(logout(Map.of()).location());
        Map<String, String> form = new LinkedHashMap<>(shown.fields());
        form.put("decision", "sign-out");
        Browser stranger = new Browser(server.issuer());
        web.tokens(stranger, "openid profile", "bob", "seven quiet harbours");

        assertThat(stranger.post("/logout/confirm", form).status()).isEqualTo(400);
        Map<String, String> wrong = new LinkedHashMap<>(form);
        wrong.put("token", "x");
        assertThat(browser.post("/logout/confirm", wrong).status()).isEqualTo(400);
        assertThat(isSignedIn()).isTrue();
        assertThat(browser.post("/logout/confirm", form).status()).isEqualTo(303);
        assertThat(browser.post("/logout/confirm", form).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://127.0.0.1:18081/signed-out?x",
                "http://127.0.0.1:18081/callback",
                "http://127.0.0.1:18081/signed-out/",
                "javascript:alert(1)"
            })
    void an_unregistered_uri_gets_a_page_and_the_session_stays(String uri) {
        String idToken =
                web.tokens(browser, "openid profile", "alice", PASSWORD).text("id_token");
        Page page = logout(Map.of("id_token_hint", idToken, "post_logout_redirect_uri", uri));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("Location")).isEmpty();
        assertThat(isSignedIn()).isTrue();
    }

    @Test
    void a_uri_without_a_client_or_with_a_contradicting_one_gets_a_page() {
        String idToken =
                web.tokens(browser, "openid profile", "alice", PASSWORD).text("id_token");

        assertThat(logout(Map.of("post_logout_redirect_uri", AFTERWARDS)).status())
                .isEqualTo(400);
        assertThat(logout(Map.of("client_id", "web-post", "id_token_hint", idToken))
                        .status())
                .isEqualTo(400);
        assertThat(logout(Map.of("client_id", "nobody", "post_logout_redirect_uri", AFTERWARDS))
                        .status())
                .isEqualTo(400);
        assertThat(browser.get("/logout?state=a&state=b").status()).isEqualTo(400);
    }

    @Test
    void who_is_not_signed_in_is_signed_out_already() {
        assertThat(logout(Map.of()).location().getPath()).isEqualTo("/signed-out");
    }

    @Test
    void what_the_session_gave_is_revoked_and_offline_access_is_not() {
        Answer online = web.tokens(browser, "openid profile", "alice", PASSWORD);
        Answer offline = web.tokens(browser, "openid offline_access", "alice", PASSWORD);
        OAuthClient always = OAuthClient.confidential(server, "refresh-always");
        Answer onlineToo = always.tokens(browser, "openid", "alice", PASSWORD);
        logout(Map.of("id_token_hint", online.text("id_token")));

        assertThat(web.userInfo(online.text("access_token")).status()).isEqualTo(401);
        assertThat(web.userInfo(offline.text("access_token")).status()).isEqualTo(200);
        assertThat(web.refresh(offline.text("refresh_token")).status()).isEqualTo(200);
        assertThat(always.refresh(onlineToo.text("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_code_that_was_not_redeemed_before_is_worth_nothing_offline_access_or_not() {
        String idToken = web.tokens(browser, "openid", "alice", PASSWORD).text("id_token");
        String online = web.code(browser, "openid");
        String offline = web.code(browser, "openid offline_access");
        String ofAnotherSession = web.code(new Browser(server.issuer()), "openid");
        logout(Map.of("id_token_hint", idToken));

        assertThat(web.redeem(online).error()).isEqualTo("invalid_grant");
        assertThat(web.redeem(offline).error()).isEqualTo("invalid_grant");
        assertThat(web.redeem(ofAnotherSession).status()).isEqualTo(200);
    }
}
