package dev.postern.spec.rfc9700;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 9700 sections 2.1, 4.1 and 4.7: forms are answered by the browser they were shown to, once, and sessions cannot be planted. */
class SessionsAndFormsIT {

    private static final String PASSWORD = "copper lantern at noon";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Browser browser = new Browser(server.issuer());
    private final Browser stranger = new Browser(server.issuer());

    private Page loginPage(Browser of) {
        return of.get(of.authorize(Authorize.with("web-basic").map()).location());
    }

    private Page consentPage(Browser of) {
        Page shown = of.get(of.authorize(
                        Authorize.with("web-basic").and("prompt", "consent").map())
                .location());
        return shown.uri().getPath().equals("/consent")
                ? shown
                : of.get(of.login(shown, "alice", PASSWORD).location());
    }

    private static Map<String, String> loginForm(Page page) {
        Map<String, String> fields = new LinkedHashMap<>(page.fields());
        fields.put("username", "alice");
        fields.put("password", PASSWORD);
        return fields;
    }

    private static void isRefused(Page page) {
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("Location")).isEmpty();
        assertThat(page.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void the_login_form_needs_its_token() {
        Map<String, String> form = loginForm(loginPage(browser));

        form.put("token", "");
        isRefused(browser.post("/interaction/login", form));
        form.put("token", loginPage(browser).fields().get("token"));
        isRefused(browser.post("/interaction/login", form));
        form.remove("token");
        isRefused(browser.post("/interaction/login", form));
        isRefused(browser.post("/interaction/login", Map.of()));
    }

    @Test
    void the_login_form_is_answered_by_its_own_browser_only() {
        Map<String, String> form = loginForm(loginPage(browser));

        isRefused(new Browser(server.issuer()).post("/interaction/login", form));
        loginPage(stranger);
        isRefused(stranger.post("/interaction/login", form));
    }

    @Test
    void the_login_page_is_shown_to_its_own_browser_only() {
        Page page = stranger.get(
                browser.authorize(Authorize.with("web-basic").map()).location());

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.fields()).isEmpty();
    }

    @Test
    void the_login_form_counts_once() {
        Page page = loginPage(browser);
        assertThat(browser.login(page, "alice", PASSWORD).status()).isEqualTo(303);

        isRefused(browser.login(page, "alice", PASSWORD));
    }

    @Test
    void a_form_that_failed_cannot_be_sent_again_as_it_was() {
        Page page = loginPage(browser);
        Page failed = browser.login(page, "alice", "wrong");

        isRefused(browser.login(page, "alice", PASSWORD));
        assertThat(browser.login(browser.get(failed.location()), "alice", PASSWORD)
                        .headers("Set-Cookie"))
                .isNotEmpty();
    }

    @Test
    void the_consent_form_needs_its_token_its_browser_and_its_session() {
        Page page = consentPage(browser);
        Map<String, String> form = new LinkedHashMap<>(page.fields());
        form.put("decision", "allow");
        consentPage(stranger);

        isRefused(stranger.post("/interaction/consent", form));
        isRefused(new Browser(server.issuer()).post("/interaction/consent", form));
        Map<String, String> otherToken = new LinkedHashMap<>(form);
        otherToken.put("token", consentPage(stranger).fields().get("token"));
        isRefused(browser.post("/interaction/consent", otherToken));
        String session = browser.cookies().remove("postern_session");
        isRefused(browser.post("/interaction/consent", form));
        browser.cookies().put("postern_session", session);
        assertThat(browser.post("/interaction/consent", form).parameter("code")).isPresent();
    }

    @Test
    void the_consent_form_counts_once() {
        Page page = consentPage(browser);
        assertThat(browser.decide(page, "allow").parameter("code")).isPresent();

        isRefused(browser.decide(page, "allow"));
        isRefused(browser.decide(page, "deny"));
    }

    @Test
    void a_consent_without_a_decision_is_none() {
        isRefused(browser.decide(consentPage(browser), "perhaps"));
    }

    @Test
    void the_login_token_is_no_good_for_consent() {
        Page login = loginPage(browser);
        Map<String, String> form = new LinkedHashMap<>(login.fields());
        form.put("decision", "allow");

        isRefused(browser.post("/interaction/consent", form));
    }

    @Test
    void a_session_that_was_planted_is_not_signed_in() {
        String planted = "A".repeat(43);
        browser.cookies().put("postern_session", planted);
        browser.login(loginPage(browser), "alice", PASSWORD);

        assertThat(browser.cookies().get("postern_session")).isNotEqualTo(planted);
        stranger.cookies().put("postern_session", planted);
        assertThat(stranger.authorize(Authorize.with("web-basic").map())
                        .location()
                        .getPath())
                .isEqualTo("/login");
    }

    @Test
    void every_login_makes_a_new_session_and_the_old_one_is_over() {
        browser.signIn(Authorize.with("web-basic").map(), "alice", PASSWORD);
        String before = browser.cookies().get("postern_session");
        browser.signIn(Authorize.with("web-basic").and("prompt", "login").map(), "alice", PASSWORD);

        assertThat(browser.cookies().get("postern_session")).isNotEqualTo(before);
        stranger.cookies().put("postern_session", before);
        assertThat(stranger.authorize(Authorize.with("web-basic").map())
                        .location()
                        .getPath())
                .isEqualTo("/login");
    }

    @Test
    void pkce_is_required_unless_the_client_has_another_policy() {
        Authorize bare = Authorize.with("web-basic").without("code_challenge").without("code_challenge_method");

        assertThat(browser.authorize(bare.map()).parameter("error")).contains("invalid_request");
        assertThat(browser.authorize(bare.and("client_id", "pkce-nonce").map())
                        .location()
                        .getPath())
                .isEqualTo("/login");
        assertThat(browser.authorize(bare.without("nonce").map()).parameter("error"))
                .contains("invalid_request");
        assertThat(browser.authorize(bare.and("client_id", "pkce-optional").map())
                        .location()
                        .getPath())
                .isEqualTo("/login");
    }
}
