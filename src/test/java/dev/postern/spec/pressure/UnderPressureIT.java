package dev.postern.spec.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.TestServer;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Beyond capacity new authorizations are refused first and token requests last, and all is well when the pressure is over. The server is
 * filled with refreshes that wait for a table which the test has locked.
 */
class UnderPressureIT {

    /** What begins something may fill half of it, what finishes a sign-in three quarters. */
    private static final int LIMIT = 8;

    private static TestServer server;
    private static OAuthClient client;
    private static OAuthClient machine;

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final List<Future<OAuthClient.Answer>> held = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = TestServer.laid(Mode.PRODUCTION_PARTS);
        server.start(Map.of(
                "POSTERN_DATABASE_URL",
                // Long enough for whoever waits for the lock; nobody takes that for a database that has fallen silent.
                server.database().url() + "?socketTimeout=120",
                "POSTERN_PRESSURE_MOST",
                Integer.toString(LIMIT),
                "POSTERN_PRESSURE_LEAST",
                Integer.toString(LIMIT)));
        client = OAuthClient.confidential(server, "web-basic");
        machine = OAuthClient.confidential(server, "service");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void what_begins_something_is_refused_first_token_requests_last_and_the_status_never() throws Exception {
        List<String> refreshTokens = refreshTokens();
        Browser waiting = new Browser(server.issuer());
        Browser.Page loginPage =
                waiting.get(waiting.authorize(client.authorization("openid")).location());
        try (Connection connection = server.database().connect();
                Statement lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("lock table refresh_token_family in access exclusive mode");

            hold(refreshTokens.subList(0, LIMIT / 2));
            assertBusyPage(authorize("en"), "Very busy right now");
            assertBusyPage(authorize("es"), "Ahora mismo hay mucha gente");
            assertThat(waiting.login(loginPage, "alice", "wrong").status()).isEqualTo(303);
            assertThat(machine.clientCredentials().status()).isEqualTo(200);

            hold(refreshTokens.subList(LIMIT / 2, LIMIT * 3 / 4));
            assertThat(waiting.login(loginPage, "alice", "wrong").status()).isEqualTo(503);
            assertThat(machine.clientCredentials().status()).isEqualTo(200);

            hold(refreshTokens.subList(LIMIT * 3 / 4, LIMIT));
            OAuthClient.Answer refused = machine.clientCredentials();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.error()).isEqualTo("temporarily_unavailable");
            assertThat(refused.header("Retry-After")).matches("[1-4]");
            assertThat(new Browser(server.issuer()).get("/status/live").status())
                    .isEqualTo(200);
            assertThat(new Browser(server.issuer()).get("/jwks").status()).isEqualTo(200);
            assertThat(metrics())
                    .contains(
                            "postern_pressure_refused_total{priority=\"new\"} 2.0",
                            "postern_pressure_refused_total{priority=\"under-way\"} 1.0",
                            "postern_pressure_refused_total{priority=\"tokens\"} 1.0");
            connection.rollback();
        }
        for (Future<OAuthClient.Answer> refresh : held) {
            assertThat(refresh.get().status()).isEqualTo(200);
        }
        Parallel.until(() -> metrics().contains("postern_pressure_in_progress 0.0"));
        assertThat(authorize("en").status()).isEqualTo(303);
        assertThat(server.log().lines().filter(line -> line.contains("Under pressure: ")))
                .hasSizeBetween(1, 3);
    }

    private static List<String> refreshTokens() {
        List<String> tokens = new ArrayList<>();
        Browser browser = new Browser(server.issuer());
        for (int i = 0; i < LIMIT; i++) {
            tokens.add(
                    client.redeem(client.code(browser, "openid offline_access")).text("refresh_token"));
        }
        return tokens;
    }

    /** These requests are in progress until the lock is gone. */
    private void hold(List<String> refreshTokens) {
        refreshTokens.forEach(token -> held.add(callers.submit(() -> client.refresh(token))));
        Parallel.until(() -> metrics().contains("postern_pressure_in_progress " + held.size() + ".0"));
    }

    private static Browser.Page authorize(String language) {
        return new Browser(server.issuer())
                .always("Accept-Language", language)
                .authorize(client.authorization("openid"));
    }

    private static void assertBusyPage(Browser.Page page, String title) {
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).matches("[1-4]");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.body()).contains(title, page.header("X-Request-Id"));
    }

    private static String metrics() {
        return new Browser(server.issuer()).get("/status/metrics").body();
    }
}
