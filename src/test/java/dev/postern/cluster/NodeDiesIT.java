package dev.postern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** kill -9 of the node that does the scheduled work, under load and while the broker is away, and it does not come back for a while. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodeDiesIT {

    private static final List<String> LEASES = List.of("purge", "etl-sign-ins");
    private static final List<String> ONE_ROTATION = List.of("activated", "made", "retired");

    private static final Cluster CLUSTER = Cluster.shared();
    private static Node victim = CLUSTER.a();
    private static Node survivor = CLUSTER.b();
    private static Load load;
    private static DueKey dueKey;
    private static List<String> acknowledged = List.of();

    @AfterAll
    static void everything_is_back() {
        if (!victim.isAlive()) {
            victim.startAgain(Cluster.program());
        }
    }

    /** How often this node was told that a lease is its own, and how often that it is another's. */
    private record Told(long ours, long theirs) {

        static Told by(Node node, String lease) {
            String metrics = new Browser(node.url()).get("/status/metrics").body();
            return new Told(count(metrics, lease, "ours"), count(metrics, lease, "theirs"));
        }

        private static long count(String metrics, String lease, String outcome) {
            return Pattern.compile(
                            "postern_lease_total\\{lease=\"" + lease + "\",outcome=\"" + outcome + "\"} ([0-9]+)")
                    .matcher(metrics)
                    .results()
                    .mapToLong(found -> Long.parseLong(found.group(1)))
                    .sum();
        }

        long times() {
            return ours + theirs;
        }
    }

    /** Which node, of those that were asked twice from now on, was told each time that the lease is its own. */
    private static List<Node> holders(String lease, List<Node> nodes) {
        List<Told> before = nodes.stream().map(node -> Told.by(node, lease)).toList();
        List<Node> holders = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            Told then = before.get(i);
            Parallel.until(() -> Told.by(node, lease).times() > then.times() + 1);
            if (Told.by(node, lease).theirs() == then.theirs()) {
                holders.add(node);
            }
        }
        return holders;
    }

    @Test
    @Order(1)
    void each_lease_has_one_holder_and_a_key_that_is_due_is_rotated_by_one_node() {
        DueKey due = DueKey.of(CLUSTER, "RS256");
        for (String lease : LEASES) {
            assertThat(holders(lease, CLUSTER.nodes())).as(lease).hasSize(1);
        }
        if (holders("purge", CLUSTER.nodes()).contains(survivor)) {
            Node other = victim;
            victim = survivor;
            survivor = other;
        }
        Parallel.until(due::isRetired);
        Parallel.until(() -> due.changesSince().equals(ONE_ROTATION));
    }

    @Test
    @Order(2)
    void a_killed_node_takes_only_the_requests_along_that_it_was_answering() {
        load = Load.start(CLUSTER);
        load.awaitMoreRounds(30);
        CLUSTER.broker().kill9();
        load.awaitMoreRounds(30);
        victim.kill9();
        acknowledged = load.refreshTokens();
        letTheTimeOfItsKeyLeasePass();
        dueKey = DueKey.of(CLUSTER, "ES256");
        load.awaitMoreRounds(30);
        load.stop();
        assertThat(load.failures())
                .hasSizeLessThanOrEqualTo(Load.PEOPLE)
                .allSatisfy(failure -> assertThat(failure).startsWith("POST").contains(" 502 "));
    }

    /** It is the longest, and nobody knows which node held it: the test does not wait for 45 seconds. */
    private static void letTheTimeOfItsKeyLeasePass() {
        CLUSTER.database().update("update lease set expires_at = current_timestamp where name = 'signing-keys'");
    }

    @Test
    @Order(3)
    void what_it_had_acknowledged_is_recorded_by_the_other_although_it_does_not_come_back() {
        assertThat(CLUSTER.database().number("select count(*) from queue_journal"))
                .isPositive();
        assertThat(load.withoutAuditRow()).isNotEmpty();
        CLUSTER.broker().start();
        Parallel.until(() -> load.withoutAuditRow().isEmpty());
        Parallel.until(() -> CLUSTER.database().number("select count(*) from queue_journal") == 0);
        assertThat(victim.isAlive()).isFalse();
        assertThat(CLUSTER.database().number("select count(*) from dead_letter"))
                .isZero();
    }

    @Test
    @Order(4)
    void its_leases_pass_to_the_other() {
        for (String lease : LEASES) {
            Parallel.until(() -> Told.by(survivor, lease).ours() > 0);
            assertThat(holders(lease, List.of(survivor))).as(lease).hasSize(1);
        }
    }

    @Test
    @Order(5)
    void the_other_does_the_scheduled_work_purge_metrics_and_keys() {
        CLUSTER.database()
                .update(
                        "insert into ended_session (id, before, expires_at)"
                                + " values ('long-ago', current_timestamp - interval '2 days', current_timestamp - interval '1 day')");
        Parallel.until(
                () -> CLUSTER.database().number("select count(*) from ended_session where id = 'long-ago'") == 0);
        Parallel.until(() -> CLUSTER.database().number("select sum(sign_ins) from sign_in_metric")
                == CLUSTER.database()
                        .number("select count(*) from audit_event where type in ('login_succeeded', 'login_failed')"));
        Parallel.until(dueKey::isRetired);
        Parallel.until(() -> dueKey.changesSince().equals(ONE_ROTATION));
    }

    @Test
    @Order(6)
    void after_its_return_no_code_serves_twice_whichever_node_is_asked() {
        victim.startAgain(Cluster.program());
        assertThat(keysOf(victim)).isEqualTo(keysOf(survivor));
        OAuthClient client = load.client();
        OAuthClient here = new OAuthClient(CLUSTER.a().url(), client.id(), client.secret());
        OAuthClient there = new OAuthClient(CLUSTER.b().url(), client.id(), client.secret());
        Browser browser = new Browser(CLUSTER.issuer());
        for (int i = 0; i < 5; i++) {
            String code = client.code(browser, "openid profile");
            AtomicInteger turn = new AtomicInteger();
            List<Answer> answers =
                    Parallel.run(10, () -> (turn.incrementAndGet() % 2 == 0 ? here : there).redeem(code));
            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        }
        List<Integer> replays = new ArrayList<>();
        load.codes()
                .subList(0, 20)
                .forEach(code -> replays.add(here.redeem(code).status()));
        assertThat(replays).containsOnly(400);
    }

    private static String keysOf(Node node) {
        return new Browser(node.url()).get("/jwks").body();
    }

    @Test
    @Order(7)
    void refresh_tokens_that_were_received_until_the_kill_work_on_either_node() {
        for (String token : acknowledged.subList(acknowledged.size() - 10, acknowledged.size())) {
            Answer answer = load.client().refresh(token);
            assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        }
    }
}
