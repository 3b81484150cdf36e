package dev.postern.spec.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's page: what they have allowed, and taking it back (RFC 6749 section 1). */
class AccountIT {

    private static final String BOB = "bob";
    private static final String PASSWORD = "seven quiet harbours";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");
    private final OAuthClient other = OAuthClient.confidential(server, "web-es256");
    private final Browser browser = new Browser(server.issuer());

    @BeforeEach
    @AfterEach
    void bob_has_allowed_nothing() {
        Browser cleaner = signedInHere();
        for (String client : List.of("web-basic", "web-es256")) {
            Page page = cleaner.get("/account");
            if (page.body().contains("value=\"" + client + "\"")) {
                withdraw(cleaner, page, client);
            }
        }
    }

    private Browser signedInHere() {
        Browser fresh = new Browser(server.issuer());
        Page login = fresh.get(fresh.get(fresh.get("/account").location()).location());
        Page back = fresh.login(login, BOB, PASSWORD);
        fresh.get(fresh.get(back.location()).location());
        return fresh;
    }

    private String code(OAuthClient client, String scope) {
        Page page = browser.signIn(client.authorization(scope), BOB, PASSWORD);
        return page.parameter("code").orElseThrow(() -> new AssertionError("no code but " + page.location()));
    }

    private static String formToken(Page page, String client) {
        return Pattern.compile(
                        "name=\"client\" value=\"" + client + "\">\\s*<input[^>]*name=\"token\" value=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form for " + client + ":\n" + page.body()));
    }

    private static Page withdraw(Browser browser, Page page, String client, String... headers) {
        return browser.post("/account/withdraw", form(client, formToken(page, client)), headers);
    }

    private static Map<String, String> form(String client, String token) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client", client);
        fields.put("token", token);
        return fields;
    }

    // Reaching it

    @Test
    void who_is_not_signed_in_signs_in_and_comes_back() {
        Page asked = browser.get("/account");
        assertThat(asked.status()).isEqualTo(303);
        Page login = browser.get(browser.get(asked.location()).location());
        assertThat(login.uri().getPath()).isEqualTo("/login");
        assertThat(login.body()).contains("Your account");
        Page back = browser.get(browser.login(login, BOB, PASSWORD).location());
        assertThat(back.uri().getPath()).isEqualTo("/account/signed-in");
        assertThat(back.location()).hasToString(server.issuer() + "/account");
        assertThat(browser.get(back.location()).body()).contains("<h1>Your account</h1>");
    }

    @Test
    void the_code_of_that_sign_in_is_worth_nothing() {
        Page login = browser.get(browser.get(browser.get("/account").location()).location());
        Page back = browser.login(login, BOB, PASSWORD);
        OAuthClient account = new OAuthClient(server.issuer(), "postern-account", "");
        Answer refused = account.redeem(
                back.parameter("code").orElseThrow(), "redirect_uri", server.issuer() + "/account/signed-in");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.error()).isEqualTo("invalid_client");
    }

    @Test
    void a_sign_in_that_failed_does_not_begin_again_by_itself() {
        assertThat(browser.get("/account/signed-in?error=server_error").status())
                .isEqualTo(400);
    }

    @Test
    void a_session_of_another_application_is_enough() {
        code(web, "openid");
        assertThat(browser.get("/account").status()).isEqualTo(200);
    }

    @Test
    void a_made_up_session_is_none() {
        browser.cookies().put("postern_session", "A".repeat(43));
        assertThat(browser.get("/account").location().getPath()).isEqualTo("/authorize");
    }

    // What it shows

    @Test
    void shows_what_was_allowed_in_words_and_since_when() {
        code(web, "openid offline_access notes.read");
        code(other, "openid email");
        Page page = browser.get("/account");
        assertThat(page.body())
                .contains("Web Basic</h3>", "read your notes <code>notes.read</code>", "<code>offline_access</code>")
                .contains("Web ES256</h3>", "<code>email</code>", "Allowed since ", "href=\"/logout\"");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain("<script");
    }

    @Test
    void shows_nothing_of_other_people() {
        Browser alice = new Browser(server.issuer());
        other.code(alice, "openid email");
        assertThat(alice.get("/account").body()).contains("Web ES256</h3>");
        code(web, "openid");
        assertThat(browser.get("/account").body()).doesNotContain("Web ES256");
    }

    @Test
    void speaks_the_language_of_the_browser_and_that_of_the_link() {
        code(web, "openid");
        assertThat(browser.get("/account", "Accept-Language", "es-MX").body())
                .contains("lang=\"es\"", "Tu cuenta", "Web básica", "Retirar");
        assertThat(browser.get("/account?ui_locales=es").body()).contains("lang=\"es\"");
        assertThat(browser.get("/account").body()).contains("lang=\"en\"");
    }

    @Test
    void says_when_nothing_was_allowed() {
        assertThat(signedInHere().get("/account").body()).contains("You have not allowed any application anything.");
    }

    @Test
    void the_consent_screen_says_where_to_withdraw() {
        Page login =
                browser.get(browser.authorize(web.authorization("openid email")).location());
        Page consent = browser.get(browser.login(login, BOB, PASSWORD).location());
        assertThat(consent.uri().getPath()).isEqualTo("/consent");
        assertThat(consent.body()).contains("href=\"" + server.issuer() + "/account\"");
    }

    // Withdrawing

    @Test
    void withdrawing_removes_the_consent_and_says_so() {
        code(web, "openid email");
        Page answer = withdraw(browser, browser.get("/account"), "web-basic");
        assertThat(answer.status()).isEqualTo(303);
        Page page = browser.get(answer.location());
        assertThat(page.body())
                .contains("role=\"status\"", "Web Basic has no permission from you any more.")
                .doesNotContain("Web Basic</h3>");
        Page again = browser.authorize(web.authorization("openid email"));
        assertThat(again.location().getPath()).isEqualTo("/consent");
    }

    @Test
    void the_confirmation_is_never_shown_for_an_application_that_has_access() {
        code(web, "openid");
        assertThat(browser.get("/account?withdrawn=web-basic").body()).doesNotContain("role=\"status\"");
        assertThat(browser.get("/account?withdrawn=nobody").body()).doesNotContain("role=\"status\"");
    }

    @Test
    void tokens_are_refused_at_once_offline_ones_too() {
        Answer online = web.redeem(code(web, "openid notes.read"));
        Answer offline = web.redeem(code(web, "openid offline_access mail.read"));
        assertThat(web.introspect(offline.text("access_token")).json()).containsEntry("active", true);
        withdraw(browser, browser.get("/account"), "web-basic");

        for (Answer tokens : List.of(online, offline)) {
            assertThat(web.introspect(tokens.text("access_token")).json()).isEqualTo(Map.of("active", false));
        }
        assertThat(web.userInfo(online.text("access_token")).status()).isEqualTo(401);
        assertThat(web.refresh(offline.text("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_code_that_was_not_redeemed_yet_is_refused_too() {
        String before = code(web, "openid offline_access");
        withdraw(browser, browser.get("/account"), "web-basic");
        assertThat(web.redeem(before).error()).isEqualTo("invalid_grant");

        String after = code(web, "openid offline_access");
        assertThat(web.redeem(after).status()).isEqualTo(200);
    }

    @Test
    void other_clients_and_other_people_keep_theirs() {
        Answer ofOtherClient = other.redeem(code(other, "openid offline_access email"));
        Answer ofAlice = web.tokens("openid offline_access");
        code(web, "openid offline_access");
        withdraw(browser, browser.get("/account"), "web-basic");

        assertThat(other.refresh(ofOtherClient.text("refresh_token")).status()).isEqualTo(200);
        assertThat(web.refresh(ofAlice.text("refresh_token")).status()).isEqualTo(200);
        assertThat(browser.get("/account").body()).contains("Web ES256</h3>");
    }

    @Test
    void the_audit_trail_has_the_withdrawal_and_each_revoked_grant() throws InterruptedException {
        web.redeem(code(web, "openid offline_access"));
        Instant since = Instant.now();
        withdraw(browser, browser.get("/account"), "web-basic");
        List<Map<String, Object>> rows = List.of();
        Instant patience = since.plus(Duration.ofSeconds(20));
        while (rows.size() < 2 && Instant.now().isBefore(patience)) {
            Thread.sleep(200);
            rows = server.database()
                    .rows(
                            "select type from audit_event where client_id = 'web-basic' and occurred_at >= ?"
                                    + " and type in ('consent_withdrawn', 'token_revoked')",
                            java.time.OffsetDateTime.ofInstant(since, java.time.ZoneOffset.UTC));
        }
        assertThat(rows).extracting(row -> row.get("type")).contains("consent_withdrawn", "token_revoked");
    }

    // Forms from elsewhere

    @Test
    void a_form_without_its_token_changes_nothing() {
        code(web, "openid");
        assertRefused(browser.post("/account/withdraw", form("web-basic", "")));
        assertRefused(browser.post("/account/withdraw", form("web-basic", "A".repeat(43))));
    }

    @Test
    void the_token_of_another_application_or_of_another_sign_in_is_not_good() {
        code(web, "openid");
        code(other, "openid");
        Page page = browser.get("/account");
        assertRefused(browser.post("/account/withdraw", form("web-basic", formToken(page, "web-es256"))));
        String elsewhere = formToken(signedInHere().get("/account"), "web-basic");
        assertRefused(browser.post("/account/withdraw", form("web-basic", elsewhere)));
    }

    @Test
    void a_form_that_another_site_sends_is_refused_even_with_its_token() {
        code(web, "openid");
        Page page = browser.get("/account");
        assertRefused(withdraw(browser, page, "web-basic", "Origin", "https://evil.example"));
        assertRefused(withdraw(browser, page, "web-basic", "Sec-Fetch-Site", "cross-site"));
        assertRefused(withdraw(browser, page, "web-basic", "Sec-Fetch-Site", "same-site"));
    }

    @Test
    void a_form_that_our_page_sends_is_taken() {
        code(web, "openid");
        Page answer = withdraw(
                browser, browser.get("/account"), "web-basic", "Origin", "null", "Sec-Fetch-Site", "same-origin");
        assertThat(answer.status()).isEqualTo(303);
    }

    @Test
    void who_is_not_signed_in_any_more_withdraws_nothing() {
        code(web, "openid");
        Page page = browser.get("/account");
        Map<String, String> session = Map.copyOf(browser.cookies());
        browser.cookies().clear();
        Page answer = withdraw(browser, page, "web-basic");
        assertThat(answer.location()).hasToString(server.issuer() + "/account");
        browser.cookies().putAll(session);
        assertThat(browser.get("/account").body()).contains("Web Basic</h3>");
    }

    @Test
    void reading_the_page_withdraws_nothing() {
        code(web, "openid");
        String token = formToken(browser.get("/account"), "web-basic");
        assertThat(browser.get("/account/withdraw?client=web-basic&token=" + token)
                        .status())
                .isEqualTo(405);
        assertThat(browser.get("/account").body()).contains("Web Basic</h3>");
    }

    private void assertRefused(Page answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("This form is no longer valid");
        assertThat(browser.get("/account").body()).contains("Web Basic</h3>");
    }

    // Leaving

    @Test
    void signing_out_here_asks_and_ends_the_session_and_staying_leads_back() {
        code(web, "openid");
        Page confirm = browser.get(browser.get("/logout").location());
        Map<String, String> stay = new LinkedHashMap<>(confirm.fields());
        stay.put("decision", "stay");
        assertThat(browser.post("/logout/confirm", stay).location()).hasToString(server.issuer() + "/account");

        confirm = browser.get(browser.get("/logout").location());
        Map<String, String> out = new LinkedHashMap<>(confirm.fields());
        out.put("decision", "sign-out");
        browser.post("/logout/confirm", out);
        assertThat(browser.get("/account").location().getPath()).isEqualTo("/authorize");
    }
}
