package dev.postern.spec.oidccore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core sections 3.1.2.1, 3.1.2.3 and 3.1.2.6. */
class PromptAndMaxAgeIT {

    private static final String PASSWORD = "copper lantern at noon";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Browser browser = new Browser(server.issuer());

    private Page signIn(Authorize request) {
        return browser.signIn(request.map(), "alice", PASSWORD);
    }

    private String leadsTo(Authorize request) {
        return browser.authorize(request.map()).location().getPath();
    }

    @Test
    void a_session_with_consent_is_answered_at_once() {
        signIn(Authorize.with("web-basic"));

        assertThat(browser.authorize(Authorize.with("web-basic").map()).parameter("code"))
                .isPresent();
    }

    @Test
    void a_posted_request_finds_the_session_too() {
        signIn(Authorize.with("web-basic"));
        Page posted = browser.post("/authorize", Authorize.with("web-basic").map());

        assertThat(browser.get(posted.location()).parameter("code")).isPresent();
    }

    @Test
    void prompt_none_without_a_session_is_login_required() {
        Page page = browser.authorize(
                Authorize.with("web-basic").and("prompt", "none").map());

        assertThat(page.parameter("error")).contains("login_required");
    }

    @Test
    void prompt_none_without_consent_is_consent_required() {
        browser.signIn(Authorize.with("first-party").map(), "bob", "seven quiet harbours");
        Page page = browser.authorize(Authorize.with("spa")
                .and("redirect_uri", "http://127.0.0.1:18083/callback")
                .and("prompt", "none")
                .map());

        assertThat(page.parameter("error")).contains("consent_required");
    }

    @Test
    void prompt_none_with_both_is_answered_with_a_code() {
        signIn(Authorize.with("web-basic"));

        assertThat(browser.authorize(Authorize.with("web-basic")
                                .and("prompt", "none")
                                .map())
                        .parameter("code"))
                .isPresent();
    }

    @Test
    void prompt_none_cannot_be_combined() {
        Page page = browser.authorize(
                Authorize.with("web-basic").and("prompt", "none login").map());

        assertThat(page.parameter("error")).contains("invalid_request");
    }

    @Test
    void prompt_login_and_select_account_ask_again() {
        signIn(Authorize.with("web-basic"));

        assertThat(leadsTo(Authorize.with("web-basic").and("prompt", "login"))).isEqualTo("/login");
        assertThat(leadsTo(Authorize.with("web-basic").and("prompt", "select_account")))
                .isEqualTo("/login");
    }

    @Test
    void select_account_offers_to_go_on_as_whom_one_is_signed_in() {
        signIn(Authorize.with("web-basic"));
        Page choice = choice("select_account");

        assertThat(choice.body()).contains("Continue as Alice Example", "name=\"password\"");
        assertThat(browser.post("/interaction/continue", choice.fields()).parameter("code"))
                .isPresent();
        assertThat(browser.post("/interaction/continue", choice.fields()).status())
                .as("a form is good once")
                .isEqualTo(400);
    }

    @Test
    void select_account_lets_somebody_else_sign_in() {
        signIn(Authorize.with("web-basic"));
        Page next = browser.login(choice("select_account"), "bob", "seven quiet harbours");

        assertThat(next.location().getPath()).isIn("/consent", "/callback");
    }

    @Test
    void who_must_prove_it_again_is_offered_nothing() {
        signIn(Authorize.with("web-basic"));
        Page choice = choice("select_account login");

        assertThat(choice.body()).doesNotContain("Continue as");
        assertThat(browser.post("/interaction/continue", choice.fields()).status())
                .isEqualTo(400);
    }

    @Test
    void nobody_goes_on_after_a_logout_or_without_ever_having_signed_in() {
        Page first =
                browser.get(browser.authorize(Authorize.with("web-basic").map()).location());
        assertThat(browser.post("/interaction/continue", first.fields()).status())
                .isEqualTo(400);

        signIn(Authorize.with("web-basic"));
        Page choice = choice("select_account");
        browser.cookies().remove("postern_session");
        assertThat(browser.post("/interaction/continue", choice.fields()).status())
                .isEqualTo(400);
    }

    private Page choice(String prompt) {
        return browser.get(browser.authorize(
                        Authorize.with("web-basic").and("prompt", prompt).map())
                .location());
    }

    @Test
    void prompt_login_is_done_with_after_the_login() {
        signIn(Authorize.with("web-basic"));

        assertThat(signIn(Authorize.with("web-basic").and("prompt", "login")).parameter("code"))
                .isPresent();
    }

    @Test
    void prompt_consent_always_asks() {
        signIn(Authorize.with("web-basic"));

        assertThat(leadsTo(Authorize.with("web-basic").and("prompt", "consent")))
                .isEqualTo("/consent");
    }

    @Test
    void max_age_asks_again_when_the_login_is_too_old() throws InterruptedException {
        signIn(Authorize.with("web-basic"));

        assertThat(leadsTo(Authorize.with("web-basic").and("max_age", "0"))).isEqualTo("/login");
        assertThat(leadsTo(Authorize.with("web-basic").and("max_age", "3600"))).isEqualTo("/callback");
        Thread.sleep(1_100);
        assertThat(leadsTo(Authorize.with("web-basic").and("max_age", "1"))).isEqualTo("/login");
        Page silent = browser.authorize(Authorize.with("web-basic")
                .and("max_age", "1")
                .and("prompt", "none")
                .map());
        assertThat(silent.parameter("error")).contains("login_required");
    }

    /** OpenID Connect Registration section 2. */
    @Test
    void the_max_age_of_the_client_counts_where_the_request_has_none() {
        signIn(Authorize.with("web-basic"));

        assertThat(leadsTo(Authorize.with("web-fresh"))).isEqualTo("/login");
        assertThat(leadsTo(Authorize.with("web-fresh").and("max_age", "3600"))).isEqualTo("/consent");
    }

    @Test
    void login_hint_fills_in_the_user_name() {
        Page login = browser.get(browser.authorize(Authorize.with("web-basic")
                        .and("login_hint", "\"><script>alice")
                        .map())
                .location());

        assertThat(login.body()).contains("&gt;&lt;script&gt;alice").doesNotContain("<script>");
    }

    @Test
    void ui_locales_chooses_the_language_of_the_pages() {
        Page login = browser.get(browser.authorize(
                        Authorize.with("web-basic").and("ui_locales", "fr es").map())
                .location());

        assertThat(login.body()).contains("lang=\"es\"").contains("Web básica");
    }
}
