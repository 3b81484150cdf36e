package dev.postern.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A production start without a set-up file: no content, and a one-time link that makes the first administrator. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetupIT {

    private static final String PASSWORD = "nine tall sunflower fields";

    private static TestServer server;
    private static String link;

    @BeforeAll
    static void start() {
        server = TestServer.fresh(Mode.EMBEDDED, Map.of("POSTERN_SETUP_FILE", ""));
        Matcher printed = Pattern.compile("/first-admin\\?link=(\\S+)").matcher(server.log());
        assertThat(printed.find()).isTrue();
        link = printed.group(1);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void a_production_start_makes_no_user_and_no_demo_client() throws Exception {
        assertThat(count("select count(*) from app_user")).isZero();
        assertThat(count("select count(*) from client where owner <> 'built-in'"))
                .isZero();
    }

    @Test
    @Order(2)
    void the_link_is_stored_as_a_hash_only() throws Exception {
        assertThat(link).hasSize(43);
        assertThat(count("select count(*) from one_time_link where token_hash = '" + link + "'"))
                .isZero();
        assertThat(count("select count(*) from one_time_link")).isEqualTo(1);
    }

    @Test
    @Order(3)
    void a_wrong_link_opens_nothing() {
        Browser browser = new Browser(server.issuer());

        assertThat(browser.get("/first-admin?link=" + link.replace(link.charAt(0), 'A') + "x")
                        .status())
                .isEqualTo(410);
        assertThat(submit(browser, "wrong", "root", PASSWORD, PASSWORD).status())
                .isEqualTo(410);
    }

    @Test
    @Order(4)
    void mistakes_in_the_form_leave_the_link_as_it_is() {
        Browser browser = new Browser(server.issuer());

        assertThat(submit(browser, link, "root", "short", "short").location().toString())
                .contains("PASSWORD_TOO_WEAK");
        assertThat(submit(browser, link, "root", PASSWORD, "other").location().toString())
                .contains("PASSWORDS_DIFFER");
        assertThat(submit(browser, link, " ", PASSWORD, PASSWORD).location().toString())
                .contains("USERNAME_NOT_USABLE");
        Page again = browser.get(submit(browser, link, "root", "short", "short").location());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.fields()).containsEntry("link", link);
        assertThat(again.body()).contains("value=\"root\"").doesNotContain(PASSWORD);
    }

    @Test
    @Order(5)
    void another_origin_cannot_post_the_form() {
        Page refused = new Browser(server.issuer())
                .post("/first-admin/confirm", form(link, "root", PASSWORD, PASSWORD), "Origin", "https://evil.example");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(new Browser(server.issuer())
                        .post(
                                "/first-admin/confirm",
                                form(link, "root", PASSWORD, PASSWORD),
                                "Origin",
                                "null",
                                "Sec-Fetch-Site",
                                "cross-site")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Order(6)
    void the_link_makes_one_administrator_once() throws Exception {
        Browser browser = new Browser(server.issuer());

        // As Chromium sends it: the page's Referrer-Policy leaves no origin.
        Page made = browser.post(
                "/first-admin/confirm",
                form(link, "root", PASSWORD, PASSWORD),
                "Origin",
                "null",
                "Sec-Fetch-Site",
                "same-origin");
        assertThat(made.status()).isEqualTo(303);
        assertThat(submit(browser, link, "second", PASSWORD, PASSWORD).status()).isEqualTo(410);
        assertThat(count("select count(*) from app_user where roles like '%administrator%'"))
                .isEqualTo(1);
    }

    @Test
    @Order(7)
    void the_next_start_prints_no_link() {
        server.restart();

        assertThat(server.log().split("/first-admin\\?link=", -1)).hasSize(2);
    }

    private static Page submit(Browser browser, String link, String username, String password, String again) {
        return browser.post("/first-admin/confirm", form(link, username, password, again));
    }

    private static Map<String, String> form(String link, String username, String password, String again) {
        return Map.of("link", link, "username", username, "password", password, "password_again", again);
    }

    private static long count(String query) throws Exception {
        return server.database().number(query);
    }
}
