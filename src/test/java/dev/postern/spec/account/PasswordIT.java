package dev.postern.spec.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A person changes their password and ends their sign-ins elsewhere (OWASP Authentication and Session Management Cheat Sheets). */
class PasswordIT {

    private static final String OLD = "quiet tractors by the lake";
    private static final String NEW = "eleven blue bicycles uphill";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient client = OAuthClient.confidential(server, "refresh-always");
    private final String name = "person-" + UUID.randomUUID();
    private final Browser browser = new Browser(server.issuer());

    PasswordIT() {
        String token = OAuthClient.confidential(server, "admin-all")
                .clientCredentials("scope", "admin:read admin:write")
                .text("access_token");
        Map<String, Object> user =
                Map.of("username", name, "password", OLD, "claims", Map.of("email", name + "@example.com"));
        OAuthClient.send(new OAuthClient(server.issuer(), "", "")
                .request("/admin/api/v1/users")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(Json.write(user))));
    }

    private Answer signIn(Browser at, String password) {
        return client.tokens(at, "openid profile", name, password);
    }

    private boolean isSignedIn(Browser at) {
        return at.get("/account").status() == 200;
    }

    private Page change(Browser at, String old, String password, String again, String... headers) {
        Map<String, String> fields =
                new LinkedHashMap<>(at.get("/account/password").fields());
        fields.put("old_password", old);
        fields.put("password", password);
        fields.put("password_again", again);
        return at.post("/account/password", fields, headers);
    }

    @Test
    void the_new_password_counts_and_this_browser_stays_signed_in_under_a_new_cookie() {
        signIn(browser, OLD);
        Map<String, String> before = Map.copyOf(browser.cookies());
        Page answer = change(browser, OLD, NEW, NEW);
        assertThat(answer.location().getPath()).isEqualTo("/account");
        assertThat(browser.get(answer.location()).body()).contains("role=\"status\"", "Your password is changed.");

        Browser copied = new Browser(server.issuer());
        copied.cookies().putAll(before);
        assertThat(isSignedIn(copied)).isFalse();
        signIn(new Browser(server.issuer()), NEW);
    }

    @Test
    void other_sign_ins_end_with_what_they_gave_and_this_one_keeps_its_own() {
        Answer here = signIn(browser, OLD);
        Browser elsewhere = new Browser(server.issuer());
        Answer there = signIn(elsewhere, OLD);
        change(browser, OLD, NEW, NEW);

        assertThat(isSignedIn(elsewhere)).isFalse();
        assertThat(client.refresh(there.text("refresh_token")).error()).isEqualTo("invalid_grant");
        assertThat(client.userInfo(there.text("access_token")).status()).isEqualTo(401);
        assertThat(client.refresh(here.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void a_mail_tells_the_person() {
        signIn(browser, OLD);
        change(browser, OLD, NEW, NEW);
        assertThat(server.mails(name + "@example.com", "Your password was changed", 1))
                .hasSize(1);
        assertThat(server.log()).doesNotContain(OLD, NEW);
    }

    @Test
    void the_old_password_must_be_right_and_the_new_one_good() {
        signIn(browser, OLD);
        assertThat(told(change(browser, "something else here", NEW, NEW))).contains("current password is not right");
        assertThat(told(change(browser, OLD, NEW, NEW + "r"))).contains("are not the same");
        assertThat(told(change(browser, OLD, "password1234", "password1234"))).contains("too easy to guess");
        signIn(new Browser(server.issuer()), OLD);
    }

    private String told(Page answer) {
        return browser.get(answer.location()).body();
    }

    @Test
    void tries_are_limited() {
        signIn(browser, OLD);
        for (int i = 0; i < 10; i++) {
            change(browser, "something else here", NEW, NEW);
        }
        assertThat(told(change(browser, OLD, NEW, NEW))).contains("Too many tries");
    }

    @Test
    void a_form_without_its_token_or_from_elsewhere_changes_nothing() {
        signIn(browser, OLD);
        Map<String, String> bare = Map.of("old_password", OLD, "password", NEW, "password_again", NEW);
        assertThat(browser.post("/account/password", bare).status()).isEqualTo(403);
        assertThat(change(browser, OLD, NEW, NEW, "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        signIn(new Browser(server.issuer()), OLD);
    }

    @Test
    void who_is_not_signed_in_is_led_to_the_account() {
        assertThat(browser.get("/account/password").location().getPath()).isEqualTo("/account");
        assertThat(browser.post("/account/password", Map.of()).location().getPath())
                .isEqualTo("/account");
    }

    // Sign-ins elsewhere

    private static final Pattern END = Pattern.compile(
            "name=\"session\" value=\"([^\"]+)\"><input type=\"hidden\" name=\"token\" value=\"([^\"]+)\"");

    private Page listed(int sessions) throws InterruptedException {
        Page page = browser.get("/account");
        for (int i = 0; i < 200 && END.matcher(page.body()).results().count() < sessions - 1; i++) {
            Thread.sleep(100);
            page = browser.get("/account");
        }
        return page;
    }

    private static Map<String, String> form(Page page) {
        var found = END.matcher(page.body()).results().findFirst().orElseThrow();
        return Map.of("session", found.group(1), "token", found.group(2));
    }

    @Test
    void a_sign_in_elsewhere_is_listed_and_ended() throws InterruptedException {
        signIn(browser, OLD);
        Browser elsewhere = new Browser(server.issuer())
                .always("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        signIn(elsewhere, OLD);
        Page page = listed(2);
        assertThat(page.body()).contains("This browser", "Firefox, Linux", "from 127.0.0.*");

        Page answer = browser.post("/account/sessions/end", form(page));
        assertThat(browser.get(answer.location()).body())
                .contains("That sign-in has ended.")
                .doesNotContain("Firefox, Linux");
        assertThat(isSignedIn(elsewhere)).isFalse();
        assertThat(isSignedIn(browser)).isTrue();
    }

    @Test
    void all_others_end_at_once() throws InterruptedException {
        signIn(browser, OLD);
        Browser second = new Browser(server.issuer());
        Browser third = new Browser(server.issuer());
        signIn(second, OLD);
        signIn(third, OLD);
        Page page = listed(3);
        String token = page.body()
                .replaceAll("(?s).*sessions/end\"><input type=\"hidden\" name=\"token\" value=\"([^\"]+)\".*", "$1");
        browser.post("/account/sessions/end", Map.of("token", token));
        assertThat(isSignedIn(second)).isFalse();
        assertThat(isSignedIn(third)).isFalse();
        assertThat(isSignedIn(browser)).isTrue();
    }

    @Test
    void the_sign_ins_of_others_and_forged_forms_are_refused() throws InterruptedException {
        signIn(browser, OLD);
        signIn(new Browser(server.issuer()), OLD);
        Map<String, String> form = new LinkedHashMap<>(form(listed(2)));
        form.put("session", "another");
        assertThat(browser.post("/account/sessions/end", form).status()).isEqualTo(403);
        assertThat(browser.post("/account/sessions/end", Map.of("token", "x")).status())
                .isEqualTo(403);
    }
}
