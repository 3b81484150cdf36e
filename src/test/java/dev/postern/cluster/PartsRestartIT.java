package dev.postern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A part that both nodes need crashes under load and comes back: so does the system, by itself, with everything that it had acknowledged. */
class PartsRestartIT {

    private static final String PASSWORD = "copper lantern at noon";

    /** What does not need Redis. */
    private static final Pattern LASTS = Pattern.compile("^(POST /token refresh|GET /userinfo|POST /introspect) ");

    /** Neither of ours nor of nginx's. */
    private static final Pattern NO_NODES_ANSWER = Pattern.compile("^[A-Z]+ [^0-9]* 50[0-24-9] ");

    private final Cluster cluster = Cluster.shared();
    private final OAuthClient web = cluster.client("web-basic");
    private final Browser browser = new Browser(cluster.issuer());
    private final Answer before = web.tokens(browser, "openid offline_access", "alice", PASSWORD);
    private final Load load = Load.start(cluster);

    @AfterEach
    void everything_acknowledged_is_recorded() {
        load.stop();
        Parallel.until(() -> load.withoutAuditRow().isEmpty());
        Parallel.until(() -> cluster.database().number("select count(*) from queue_journal") == 0);
        assertThat(cluster.database().number("select count(*) from dead_letter"))
                .isZero();
    }

    @Test
    void redis() {
        load.awaitMoreRounds(10);
        cluster.redis().kill9();
        cluster.redis().start();
        awaitReady();
        load.stop(); // their sessions were in Redis
        Parallel.until(() -> browser.authorize(web.authorization("openid", "prompt", "none"))
                .parameter("error")
                .filter("login_required"::equals)
                .isPresent());
        assertThat(load.failures())
                .noneMatch(failure -> NO_NODES_ANSWER.matcher(failure).find())
                .filteredOn(failure -> LASTS.matcher(failure).find())
                .allMatch(failure -> failure.contains(" 503 "));
        whatWasGivenOutHolds();
        assertThat(web.tokens("openid").status()).isEqualTo(200);
    }

    @Test
    void the_broker() {
        load.awaitMoreRounds(10);
        cluster.broker().kill9();
        load.awaitMoreRounds(20);
        assertThat(load.failures()).isEmpty();
        cluster.broker().start();
        load.awaitMoreRounds(10);
        assertThat(load.failures()).isEmpty();
        whatWasGivenOutHolds();
    }

    @Test
    void postgresql() {
        load.awaitMoreRounds(10);
        cluster.postgres().crash();
        List<String> acknowledged = load.refreshTokens();
        cluster.postgres().start();
        awaitReady();
        load.awaitMoreRounds(10);
        load.stop();
        assertThat(load.failures()).allMatch(failure -> failure.contains(" 503 "));
        whatWasGivenOutHolds();
        assertThat(acknowledged.subList(acknowledged.size() - 10, acknowledged.size()))
                .allMatch(token -> load.client().refresh(token).status() == 200);
    }

    private void whatWasGivenOutHolds() {
        for (int i = 0; i < 2; i++) {
            assertThat(web.userInfo(before.text("access_token")).status()).isEqualTo(200);
        }
        Answer once = web.refresh(before.text("refresh_token"));
        assertThat(web.refresh(once.text("refresh_token")).status()).isEqualTo(200);
    }

    private void awaitReady() {
        for (Node node : cluster.nodes()) {
            Parallel.until(
                    () -> new Browser(node.url()).get("/status/ready").body().contains("\"status\":\"ready\""));
        }
    }
}
