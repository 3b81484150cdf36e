package dev.postern.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Link;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.RedisServer;
import dev.postern.testserver.TestServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Redis or PostgreSQL away: a clean 503 that says when to come again, recovery without a restart, nothing half-written. */
class StoresAwayIT {

    private static EmbeddedPostgres postgres;
    private static RedisServer redis;
    private static Link toPostgres;
    private static Link toRedis;
    private static TestServer server;
    private static OAuthClient web;

    @BeforeAll
    static void start() throws IOException {
        Path directory =
                Files.createTempDirectory(Path.of("target"), "stores-away").toAbsolutePath();
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(Files.createDirectories(directory.resolve("postgres")))
                .start();
        redis = RedisServer.start(directory);
        toPostgres = Link.to(postgres.getPort());
        toRedis = Link.to(redis.port());
        server = TestServer.fresh(
                Mode.EMBEDDED,
                Map.of(
                        "POSTERN_DATABASE_URL",
                        "jdbc:postgresql://127.0.0.1:" + toPostgres.port() + "/postgres",
                        "POSTERN_DATABASE_USER",
                        "postgres",
                        "POSTERN_DATABASE_PASSWORD",
                        "postgres",
                        "POSTERN_REDIS_URL",
                        "redis://127.0.0.1:" + toRedis.port()));
        web = OAuthClient.confidential(server, "refresh-strict");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        toPostgres.close();
        toRedis.close();
        redis.stop();
        postgres.close();
    }

    @Test
    void the_cache_is_cut_off() {
        assertPagesRefuseAndRecover(toRedis::cut, toRedis);
    }

    @Test
    void the_cache_hangs() {
        assertPagesRefuseAndRecover(toRedis::freeze, toRedis);
    }

    @Test
    void the_database_is_cut_off() {
        assertTokensRefuseAndRecover(toPostgres::cut);
    }

    @Test
    void the_database_hangs() {
        assertTokensRefuseAndRecover(toPostgres::freeze);
    }

    private static void assertPagesRefuseAndRecover(Runnable breakdown, Link link) {
        Browser browser = new Browser(server.issuer());
        web.code(browser, "openid");
        breakdown.run();
        try {
            Browser.Page page = browser.authorize(web.authorization("openid"));
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.header("Retry-After")).isNotEmpty();
            assertThat(page.header("Content-Type")).startsWith("text/html");
            Parallel.until(() -> browser.get("/status/ready").status() == 503);
        } finally {
            link.mend();
        }
        Parallel.until(() -> browser.authorize(web.authorization("openid")).status() != 503);
        Parallel.until(() -> browser.get("/status/ready").status() == 200);
    }

    private static void assertTokensRefuseAndRecover(Runnable breakdown) {
        String refreshToken = web.tokens("openid").text("refresh_token");
        breakdown.run();
        try {
            Answer refused = web.refresh(refreshToken);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.error()).isEqualTo("temporarily_unavailable");
            assertThat(refused.header("Retry-After")).isNotEmpty();
        } finally {
            toPostgres.mend();
        }
        // Grace is 0 for this client: had the refused request been half-written, the token would be taken for stolen.
        Parallel.until(() -> {
            Answer answer = web.refresh(refreshToken);
            assertThat(answer.status()).isIn(200, 503);
            return answer.status() == 200;
        });
    }
}
