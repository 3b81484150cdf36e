package dev.postern.data.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.NodeSignals;
import dev.postern.platform.Settings;
import dev.postern.testserver.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes that share a Redis, each with copies of its own. */
class TwoNodesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private RedisServer redis;
    private Node here;
    private Node there;

    private record Node(RedisSignals signals, RedisSessionCache shared, SessionCache cache) {

        static Node of(RedisServer redis, ExecutorService threads) {
            Settings settings = Settings.of(Map.of());
            RedisSignals signals =
                    new RedisSignals(ChosenSessionCache.redis(redis.url(), settings, 3), "postern", threads);
            RedisSessionCache shared =
                    new RedisSessionCache(ChosenSessionCache.redis(redis.url(), settings, 8), "postern");
            return new Node(signals, shared, new NearSessionCache(shared, signals, 100));
        }

        void close() {
            signals.close();
            shared.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        redis = RedisServer.start(Files.createTempDirectory(Path.of("target"), "redis"));
        here = Node.of(redis, threads);
        there = Node.of(redis, threads);
        until(() -> here.signals.heard() && there.signals.heard());
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
        threads.shutdownNow();
        redis.stop();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for half a minute").isLessThan(end);
            Thread.sleep(10);
        }
    }

    @Test
    void what_one_node_sends_both_hear() throws Exception {
        Set<String> heard = ConcurrentHashMap.newKeySet();
        for (Node node : new Node[] {here, there}) {
            node.signals.listen("things", new NodeSignals.Listener() {
                @Override
                public void changed(String key) {
                    heard.add(key + (node == here ? " here" : " there"));
                }

                @Override
                public void anythingMayHaveChanged() {}
            });
        }
        here.signals.send("things", "a key with blanks");
        assertThat(heard).contains("a key with blanks here");
        until(() -> heard.contains("a key with blanks there"));
    }

    @Test
    void a_session_is_read_from_a_copy_and_ends_on_both_nodes() throws Exception {
        String key = UUID.randomUUID().toString();
        here.cache.put(Region.SSO_SESSION, key, "alice", MINUTE);
        assertThat(there.cache.get(Region.SSO_SESSION, key)).contains("alice");
        there.shared.remove(Region.SSO_SESSION, key); // behind the copies
        assertThat(here.cache.get(Region.SSO_SESSION, key)).contains("alice");
        here.cache.remove(Region.SSO_SESSION, key);
        assertThat(here.cache.get(Region.SSO_SESSION, key)).isEmpty();
        until(() -> there.cache.get(Region.SSO_SESSION, key).isEmpty());
    }

    @Test
    void a_refusal_of_codes_reaches_a_node_that_has_seen_none() throws Exception {
        String key = UUID.randomUUID().toString();
        assertThat(there.cache.get(Region.REFUSED_CODES, key)).isEmpty();
        here.cache.put(Region.REFUSED_CODES, key, "now", MINUTE);
        until(() -> there.cache.get(Region.REFUSED_CODES, key).isPresent());
    }

    @Test
    void without_redis_no_node_hears_and_after_its_return_both_do_with_nothing_old() throws Exception {
        String key = UUID.randomUUID().toString();
        here.cache.put(Region.SSO_SESSION, key, "alice", MINUTE);
        redis.kill9();
        until(() -> !here.signals.heard() && !there.signals.heard());
        redis.start();
        until(() -> here.signals.heard() && there.signals.heard());
        assertThat(here.cache.get(Region.SSO_SESSION, key)).isEmpty();
    }
}
