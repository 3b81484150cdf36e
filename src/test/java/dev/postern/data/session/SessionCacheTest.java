package dev.postern.data.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.postern.data.AtOnce;
import dev.postern.data.LocalSignals;
import dev.postern.data.StoreUnavailable;
import dev.postern.platform.Settings;
import dev.postern.testserver.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both caches keep the same promises. */
class SessionCacheTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    enum Kind {
        EMBEDDED {
            @Override
            SessionCache cache() {
                return new EmbeddedSessionCache(1000, Ticker.systemTicker());
            }
        },
        REDIS {
            @Override
            SessionCache cache() {
                return redisCache(redis().url());
            }
        },
        NEAR {
            @Override
            SessionCache cache() {
                return new NearSessionCache(redisCache(redis().url()), new LocalSignals(), 1000);
            }
        };

        abstract SessionCache cache();
    }

    private static RedisServer redis;

    private static synchronized RedisServer redis() {
        if (redis == null) {
            try {
                redis = RedisServer.start(Files.createTempDirectory(Path.of("target"), "redis"));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return redis;
    }

    private static SessionCache redisCache(String url) {
        Settings settings = Settings.of(Map.of("postern.redis-url", url));
        return new RedisSessionCache(ChosenSessionCache.redis(url, settings, 32), "postern");
    }

    @AfterAll
    static synchronized void stopRedis() {
        if (redis != null) {
            redis.stop();
            redis = null;
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_put_is_there_in_its_region_only(Kind kind) {
        SessionCache cache = kind.cache();
        String key = key();
        cache.put(Region.CODE, key, "één", MINUTE);
        cache.put(Region.CODE, key, "two", MINUTE);
        assertThat(cache.get(Region.CODE, key)).contains("two");
        assertThat(cache.get(Region.APP_STATE, key)).isEmpty();
        cache.remove(Region.CODE, key);
        cache.remove(Region.CODE, key);
        assertThat(cache.get(Region.CODE, key)).isEmpty();
        assertThat(cache.isAvailable()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void of_several_keys_those_that_are_there_are_found(Kind kind) {
        SessionCache cache = kind.cache();
        String here = key();
        String alsoHere = key();
        String elsewhere = key();
        cache.put(Region.CODE, here, "one", MINUTE);
        cache.put(Region.CODE, alsoHere, "two", MINUTE);
        cache.put(Region.LOGOUT, elsewhere, "three", MINUTE);
        assertThat(cache.getAll(Region.CODE, Set.of(here, alsoHere, elsewhere, key())))
                .isEqualTo(Map.of(here, "one", alsoHere, "two"));
        assertThat(cache.getAll(Region.CODE, Set.of(elsewhere))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void entries_expire(Kind kind) throws Exception {
        SessionCache cache = kind.cache();
        String key = key();
        cache.put(Region.CODE, key, "short", Duration.ofMillis(50));
        cache.put(Region.CODE, key + "long", "long", MINUTE);
        Thread.sleep(80);
        assertThat(cache.get(Region.CODE, key)).isEmpty();
        assertThat(cache.take(Region.CODE, key)).isEmpty();
        assertThat(cache.putIfAbsent(Region.CODE, key, "again", MINUTE)).isTrue();
        assertThat(cache.get(Region.CODE, key + "long")).contains("long");
    }

    @ParameterizedTest
    @EnumSource
    void of_many_that_put_if_absent_one_succeeds(Kind kind) throws Exception {
        SessionCache cache = kind.cache();
        String key = key();
        List<Boolean> done = AtOnce.run(50, () -> cache.putIfAbsent(Region.ASSERTION, key, "seen", MINUTE));
        assertThat(Collections.frequency(done, true)).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void of_many_that_take_one_gets_it(Kind kind) throws Exception {
        SessionCache cache = kind.cache();
        String key = key();
        cache.put(Region.APP_STATE, key, "state", MINUTE);
        List<Optional<String>> taken = AtOnce.run(50, () -> cache.take(Region.APP_STATE, key));
        assertThat(Collections.frequency(taken, Optional.of("state"))).isOne();
        assertThat(Collections.frequency(taken, Optional.empty())).isEqualTo(49);
    }

    @ParameterizedTest
    @EnumSource
    void a_value_is_replaced_only_if_it_is_the_expected_one(Kind kind) throws Exception {
        SessionCache cache = kind.cache();
        String key = key();
        assertThat(cache.replace(Region.INTERACTION, key, "a", "b", MINUTE)).isFalse();
        cache.put(Region.INTERACTION, key, "a", MINUTE);
        assertThat(cache.replace(Region.INTERACTION, key, "x", "b", MINUTE)).isFalse();
        List<Boolean> replaced = AtOnce.run(20, () -> cache.replace(Region.INTERACTION, key, "a", "b", MINUTE));
        assertThat(Collections.frequency(replaced, true)).isOne();
        assertThat(cache.get(Region.INTERACTION, key)).contains("b");
    }

    @ParameterizedTest
    @EnumSource
    void a_counter_counts_every_increment_and_ends_with_its_first_time_to_live(Kind kind) throws Exception {
        SessionCache cache = kind.cache();
        String key = key();
        assertThat(cache.count(Region.FAILURES, key)).isZero();
        AtOnce.run(50, () -> cache.increment(Region.FAILURES, key, MINUTE));
        assertThat(cache.count(Region.FAILURES, key)).isEqualTo(50);
        assertThat(cache.increment(Region.FAILURES, key, MINUTE)).isEqualTo(51);

        String brief = key();
        cache.increment(Region.FAILURES, brief, Duration.ofMillis(200));
        Thread.sleep(120);
        cache.increment(Region.FAILURES, brief, Duration.ofMillis(200));
        Thread.sleep(120);
        assertThat(cache.count(Region.FAILURES, brief)).isZero();
    }

    @Test
    void the_embedded_cache_is_bounded_in_each_region() {
        AtomicLong nanos = new AtomicLong();
        SessionCache cache = new EmbeddedSessionCache(100, nanos::get);
        cache.put(Region.SSO_SESSION, "session", "kept", MINUTE);
        for (int i = 0; i < 10_000; i++) {
            cache.put(Region.INTERACTION, "k" + i, "v", MINUTE);
        }
        long held = java.util.stream.IntStream.range(0, 10_000)
                .filter(i -> cache.get(Region.INTERACTION, "k" + i).isPresent())
                .count();
        assertThat(held).isLessThanOrEqualTo(100);
        assertThat(cache.get(Region.SSO_SESSION, "session")).contains("kept");
        nanos.addAndGet(MINUTE.toNanos());
        assertThat(cache.get(Region.SSO_SESSION, "session")).isEmpty();
    }

    @Test
    void redis_away_is_said_at_once_and_redis_back_is_used_without_a_restart() throws Exception {
        RedisServer own = RedisServer.start(Files.createTempDirectory(Path.of("target"), "redis"));
        SessionCache cache = redisCache(own.url());
        // Several pooled connections, all of which will be dead.
        AtOnce.run(10, () -> cache.increment(Region.FAILURES, "k", MINUTE));
        own.kill9();
        long before = System.nanoTime();
        assertThatThrownBy(() -> cache.get(Region.CODE, "k")).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> cache.put(Region.CODE, "k", "v", MINUTE)).isInstanceOf(StoreUnavailable.class);
        assertThat(cache.isAvailable()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        own.start();
        AtOnce.run(10, () -> {
            cache.put(Region.CODE, "k", "v", MINUTE);
            return true;
        });
        assertThat(cache.get(Region.CODE, "k")).contains("v");
        own.stop();
    }

    @Test
    void a_restart_of_redis_between_two_calls_goes_unnoticed() throws Exception {
        RedisServer own = RedisServer.start(Files.createTempDirectory(Path.of("target"), "redis"));
        SessionCache cache = redisCache(own.url());
        AtOnce.run(10, () -> cache.increment(Region.FAILURES, "k", MINUTE));
        own.kill9();
        own.start();
        List<Long> counts = AtOnce.run(10, () -> cache.increment(Region.FAILURES, "after", MINUTE));
        assertThat(counts).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        own.stop();
    }

    @Test
    void a_redis_that_hangs_is_away_within_two_seconds() throws Exception {
        try (var silent = new java.net.ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress())) {
            SessionCache cache = redisCache("redis://127.0.0.1:" + silent.getLocalPort());
            long before = System.nanoTime();
            assertThatThrownBy(() -> cache.get(Region.CODE, "k")).isInstanceOf(StoreUnavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void a_wrong_redis_url_is_refused_without_showing_it() {
        assertThatThrownBy(() -> redisCache("http://user:secret@host"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("postern.redis-url")
                .hasMessageNotContaining("secret");
    }
}
