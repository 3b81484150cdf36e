package dev.postern.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.spec.app.AppWalk;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
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

/** What {@code mvn -Prun} starts: everything is there and said once, and a later start finds it again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoStartIT {

    private static TestServer server;
    private static String first;
    private static String password;

    @BeforeAll
    static void start() {
        server = TestServer.fresh(
                Mode.EMBEDDED, Map.of("POSTERN_DEMO", "true", "POSTERN_SETUP_FILE", "", "POSTERN_APP_ENABLED", ""));
        first = server.log();
        password = printed(first, "User +demo +password (\\S+)");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String printed(String log, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(log);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    @Order(1)
    void the_first_start_prints_the_url_and_passwords_of_a_user_and_an_administrator() {
        assertThat(printed(first, "Open +(\\S+)")).isEqualTo(server.issuer() + "/app");
        String administrators = printed(first, "Admin +admin +password (\\S+)");

        assertThat(password).hasSizeGreaterThanOrEqualTo(12).isNotEqualTo(administrators);
        assertThat(first.split(Pattern.quote(password), -1)).as("said once").hasSize(2);
    }

    @Test
    @Order(2)
    void the_database_has_its_schema_a_signing_key_clients_and_two_people() {
        assertThat(number("select count(*) from signing_key")).isPositive();
        assertThat(number("select count(*) from client where owner = 'demo'")).isEqualTo(2);
        assertThat(number("select count(*) from app_user")).isEqualTo(2);
        assertThat(number("select count(*) from app_user where roles like '%administrator%'"))
                .isEqualTo(1);
    }

    @Test
    @Order(3)
    void the_user_signs_in_with_it_and_gets_an_answer_of_the_api() {
        assertThat(new AppWalk(server.issuer()).signIn("demo", password).body())
                .contains("Demo Person", "demo@example.com", "Status 200");
    }

    @Test
    @Order(4)
    void the_service_gets_a_token_with_the_secret_that_was_printed() {
        String secret = printed(first, "demo-service \\(client_credentials, secret (\\S+)\\)");

        assertThat(new OAuthClient(server.issuer(), "demo-service", secret)
                        .clientCredentials()
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(5)
    void it_stops_cleanly_and_the_next_start_finds_everything_again() {
        String keys = keyIds();
        int before = server.log().length();
        int exitCode = server.stop();
        assertThat(exitCode).as("ended by the signal, not killed").isEqualTo(128 + 15);
        assertThat(server.log().substring(before)).doesNotContain("SEVERE", "Exception");

        server.restart(Map.of("POSTERN_RESET_PASSWORD", "admin"));
        String second = server.log().substring(before);

        assertThat(second)
                .contains("Open        " + server.issuer() + "/app", "mvn -Prun -Dpostern.reset-password=demo")
                .doesNotContain(password);
        assertThat(keyIds()).isEqualTo(keys);
        assertThat(number("select count(*) from app_user")).isEqualTo(2);
        assertThat(signsInWithoutConsent("demo", password)).isTrue();
    }

    @Test
    @Order(6)
    void a_start_gives_the_named_user_a_new_password_and_prints_it() {
        String renewed = printed(server.log(), "New password of admin: (\\S+)");
        String before = printed(first, "Admin +admin +password (\\S+)");

        assertThat(login("admin", renewed).headers("Set-Cookie")).isNotEmpty();
        assertThat(login("admin", before).headers("Set-Cookie")).isEmpty();
    }

    /** What was allowed before the restart is still allowed. */
    private static boolean signsInWithoutConsent(String username, String password) {
        return login(username, password).location().toString().startsWith(server.issuer() + "/app/callback?code=");
    }

    private static Page login(String username, String password) {
        Browser browser = new Browser(server.issuer());
        Page app = browser.get("/app/login");
        Page login = browser.get(browser.get(app.location()).location());
        return browser.login(login, username, password);
    }

    private static String keyIds() {
        return new Browser(server.issuer()).get("/jwks").body();
    }

    private static long number(String query) {
        return server.database().number(query);
    }
}
