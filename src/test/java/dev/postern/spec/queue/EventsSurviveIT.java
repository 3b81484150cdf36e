package dev.postern.spec.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OnRunnableJar;
import dev.postern.testserver.TestServer;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Broker or table go away and come back: no event is lost and none is there twice. */
class EventsSurviveIT {

    private static final String PASSWORD = "copper lantern at noon";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.fresh(
                Mode.PRODUCTION_PARTS, Map.of("POSTERN_AUDIT_ACCESS", "true", "POSTERN_LOG_FORMAT", "json"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @OnRunnableJar("the broker beside it; a server with its own broker goes away with it")
    @Test
    void while_the_broker_is_dead_people_sign_in_and_the_events_arrive_when_it_is_back() {
        server.parts().broker().kill9();
        String trace;
        try {
            trace = SignIns.signIn(new Browser(server.issuer()), "alice", PASSWORD);
            SignIns.await("the status says so", PATIENCE, () -> ready().body().contains("\"broker\":\"down\""));
            assertThat(ready().status()).isEqualTo(200);
            assertThat(ready().body()).contains("\"degraded\":true");
            assertThat(server.database().number("select count(*) from queue_journal"))
                    .isPositive();
            assertThat(SignIns.rows(server, trace, "login_succeeded")).isZero();
            SignIns.await("the overview says so", PATIENCE, () -> attention().contains("name=queue_spill"));
            assertThat(attention()).contains("box=B9", "box=B15");
        } finally {
            server.parts().broker().start();
        }
        SignIns.await("the rows", PATIENCE, () -> SignIns.rows(server, trace, "code_issued") == 1);
        assertThat(SignIns.rows(server, trace, "login_succeeded")).isEqualTo(1);
        SignIns.await(
                "the journal is empty",
                PATIENCE,
                () -> server.database().number("select count(*) from queue_journal") == 0);
        SignIns.await("not degraded", PATIENCE, () -> ready().body().contains("\"degraded\":false"));
        assertThat(attention()).doesNotContain("box=B9");
    }

    @Test
    void while_the_audit_table_does_not_answer_messages_wait_and_come_again() throws Exception {
        String trace;
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table audit_event in access exclusive mode");
            trace = SignIns.signIn(new Browser(server.issuer()), "alice", PASSWORD);
            SignIns.await(
                    "the worker gave up once", PATIENCE, () -> server.log().contains("will come again"));
            connection.rollback();
        }
        SignIns.await("the rows", PATIENCE, () -> SignIns.rows(server, trace, "code_issued") == 1);
        assertThat(SignIns.rows(server, trace, "login_succeeded")).isEqualTo(1);
        assertThat(server.database().number("select count(*) from dead_letter")).isZero();
    }

    @Test
    void a_second_device_is_told_by_mail() {
        SignIns.signIn(new Browser(server.issuer()), "alice", PASSWORD);
        int before = server.parts().mail().getReceivedMessages().length;
        String trace = SignIns.signIn(new Browser(server.issuer()), "alice", PASSWORD);
        SignIns.await("the mail", PATIENCE, () -> server.parts().mail().getReceivedMessages().length > before);
        SignIns.await("its event", PATIENCE, () -> SignIns.rows(server, trace, "notification_sent") == 1);
    }

    @Test
    void where_a_setting_asks_for_it_successful_look_ups_and_calls_are_audited_one_by_one() {
        OAuthClient web = OAuthClient.confidential(server, "web-basic");
        String token = web.tokens("openid notes.read").text("access_token");
        assertThat(web.introspect(token).json()).containsEntry("active", true);
        Browser caller = new Browser(server.issuer());
        assertThat(caller.get("/api/v1/me", "Authorization", "Bearer " + token).status())
                .isEqualTo(200);
        List.of("introspection active", "GET /api/v1/me")
                .forEach(what -> SignIns.await(
                        "a row that says " + what,
                        PATIENCE,
                        () -> server.database()
                                        .number(
                                                "select count(*) from audit_event where type = 'access_audited' and details like ?",
                                                "%\"what\":\"" + what + "\"%")
                                > 0));
    }

    @OnRunnableJar("the launcher sets up the log; other servers have settings of their own for it")
    @Test
    void the_log_can_be_json() {
        List<String> lines =
                server.log().lines().filter(line -> line.startsWith("{")).toList();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Json.readObject(line)).containsKey("Level"));
        assertThat(server.log().lines().filter(line -> line.contains(" INFO "))).isEmpty();
    }

    /** What the overview of the admin API says that somebody should look at. */
    private static String attention() {
        OAuthClient program = OAuthClient.confidential(server, "admin-all");
        String token = program.clientCredentials("scope", "admin:read").text("access_token");
        return String.valueOf(OAuthClient.send(program.request("/admin/api/v1/overview")
                        .header("Authorization", "Bearer " + token)
                        .GET())
                .json()
                .get("attention"));
    }

    private static Browser.Page ready() {
        return new Browser(server.issuer()).get("/status/ready");
    }
}
