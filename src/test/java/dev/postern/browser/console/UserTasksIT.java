package dev.postern.browser.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.OnRunnableJar;
import dev.postern.testserver.TestServer;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The main tasks with users and their sessions. */
class UserTasksIT {

    private static final String PASSWORD = "quiet tractors by the lake";
    private static final String NEW_PASSWORD = "a red kite over seven dunes";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient client = OAuthClient.confidential(server, "refresh-always");
    private final Desk desk = new Desk(server);
    private final String name = "task-" + UUID.randomUUID();

    @AfterEach
    void leave() {
        desk.close();
    }

    private void made() {
        desk.open("/console/users");
        desk.click(".title a");
        desk.type("#username", name);
        desk.type("#name", "Tessa Task");
        desk.type("#email", name + "@example.com");
        desk.type("#password", PASSWORD);
        desk.click("#save");
        assertThat(desk.notice()).contains("The user was made.");
    }

    private void find() {
        desk.open("/console/users");
        desk.type("#q", name);
        desk.at("#q").press("Enter");
        desk.click("tbody a");
    }

    private void change(String checkbox, boolean checked) {
        find();
        desk.click(".title a[href*=user-edit]");
        desk.at(checkbox).setChecked(checked);
        desk.click("#save");
        assertThat(desk.notice()).contains("Saved.");
    }

    private Answer signIn(Browser browser, String password) {
        return client.tokens(browser, "openid profile", name, password);
    }

    private Answer signIn() {
        return signIn(new Browser(server.issuer()), PASSWORD);
    }

    @Test
    void a_user_is_made_and_found_by_name() {
        made();
        desk.open("/console/users?q=" + name);
        assertThat(desk.at("tbody tr").count()).isEqualTo(1);
        desk.picture("users");
        find();
        assertThat(desk.at("h1").textContent()).isEqualTo(name);
        assertThat(desk.text()).contains("Tessa Task", name + "@example.com", "enabled");
        desk.open("/console/users?q=nobody-" + name);
        assertThat(desk.at(".nothing").textContent()).contains("No user matches.");
    }

    @Test
    void who_is_disabled_can_neither_sign_in_nor_refresh_until_enabled_again() {
        made();
        Answer tokens = signIn();
        change("#enabled", false);
        assertThat(desk.at("dd .badge").textContent()).contains("disabled");
        desk.picture("user-disabled");

        assertThatThrownBy(this::signIn).hasMessageContaining("the login was refused");
        assertThat(client.refresh(tokens.text("refresh_token")).error()).isEqualTo("invalid_grant");

        change("#enabled", true);
        assertThat(signIn().text("access_token")).isNotBlank();
    }

    @Test
    void who_becomes_an_auditor_sees_the_console_until_the_role_is_taken_away() {
        made();
        Page theirs = desk.another("en-GB");
        theirs.navigate(server.issuer() + "/console");
        Desk.signIn(theirs, name, PASSWORD);
        theirs.waitForLoadState();
        assertThat(theirs.locator("nav.places").count()).isZero();

        change("#auditor", true);
        theirs.navigate(server.issuer() + "/console/users");
        if (theirs.locator("input[name=username]").count() > 0) {
            Desk.signIn(theirs, name, PASSWORD);
        }
        theirs.waitForURL("**/console/users");
        assertThat(theirs.locator("nav.places").count()).isEqualTo(1);
        assertThat(theirs.locator("a[href$='/console/user-edit']").count()).isZero();

        change("#auditor", false);
        theirs.reload();
        assertThat(theirs.locator("nav.places").count()).isZero();
    }

    @OnRunnableJar("the mail is in the log of a server without SMTP")
    @Test
    void a_mailed_link_sets_a_new_password_and_the_old_one_is_over() {
        made();
        desk.click(".title a[href*=user-password]");
        desk.picture("user-password");
        desk.click("#send-link");
        assertThat(desk.notice()).contains("The link is on its way.");

        Page theirs = desk.another("en-GB");
        theirs.navigate(server.issuer() + mailedLink());
        theirs.locator("input[name=password]").fill(NEW_PASSWORD);
        theirs.locator("input[name=password_again]").fill(NEW_PASSWORD);
        theirs.locator("main form button").click();
        theirs.waitForURL("**/new-password/done");

        assertThat(signIn(new Browser(server.issuer()), NEW_PASSWORD).text("access_token"))
                .isNotBlank();
        assertThatThrownBy(this::signIn).hasMessageContaining("the login was refused");
    }

    private String mailedLink() {
        Pattern mail = Pattern.compile("Mail to " + name + "[\\s\\S]*?(/new-password\\?link=[\\w-]+)");
        for (int i = 0; i < 150; i++) {
            Matcher found = mail.matcher(server.log());
            if (found.find()) {
                return found.group(1);
            }
            desk.page().waitForTimeout(200);
        }
        throw new AssertionError("no mail to " + name);
    }

    @Test
    void a_random_password_is_shown_once() {
        made();
        desk.click(".title a[href*=user-password]");
        desk.click("#make-password");
        String random = desk.at("#password").textContent();

        assertThat(signIn(new Browser(server.issuer()), random).text("access_token"))
                .isNotBlank();
        assertThatThrownBy(this::signIn).hasMessageContaining("the login was refused");
        desk.click("section[role=status] a");
        assertThat(desk.page().content()).doesNotContain(random);
    }

    @Test
    void a_session_is_ended_and_that_browser_is_out() {
        made();
        Browser browser = new Browser(server.issuer());
        signIn(browser, PASSWORD);
        assertThat(browser.get("/account").status()).isEqualTo(200);

        find();
        desk.awaitOnPage("a[href*='session-end'][href*='session=']");
        String subject = desk.at("dd code").first().textContent();
        desk.picture("user-signed-in");
        desk.open("/console/sessions?subject=" + subject);
        desk.picture("sessions");
        desk.click("tbody a[href*=session-end]");
        assertThat(desk.text()).contains("What stops working", "signed out at its next request");
        desk.click("#end");
        assertThat(desk.notice()).contains("The session has ended.");
        assertThat(browser.get("/account").status()).isNotEqualTo(200);
    }

    @Test
    void what_a_user_gave_to_an_application_is_revoked() {
        made();
        String refreshToken = signIn().text("refresh_token");
        find();
        desk.click("a[href*='/console/grant?']");
        desk.click("#revoke");
        assertThat(desk.notice()).contains("The grant is revoked.");
        assertThat(client.refresh(refreshToken).error()).isEqualTo("invalid_grant");
    }
}
