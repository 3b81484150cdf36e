package dev.postern.identity.clientkeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.postern.identity.clientkeys.RemoteKeySet.Fetch;
import dev.postern.testing.fakes.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RemoteKeySetTest {

    private final TestClock clock = new TestClock();
    private final AtomicInteger fetches = new AtomicInteger();
    private List<JWK> published = List.of(key());
    private boolean reachable = true;
    private final RemoteKeySet set = new RemoteKeySet(this::fetch, clock, 6);

    private Optional<Fetch> fetch() {
        fetches.incrementAndGet();
        return reachable ? Optional.of(new Fetch(published, Duration.ofMinutes(10))) : Optional.empty();
    }

    private static JWK key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate().toPublicJWK();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keys_are_fetched_once_while_they_are_fresh() {
        assertThat(set.keys()).isEqualTo(published);
        clock.pass(Duration.ofMinutes(9));
        assertThat(set.keys()).isEqualTo(published);
        assertThat(fetches).hasValue(1);
        clock.pass(Duration.ofMinutes(2));
        set.keys();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void new_keys_are_looked_for_at_once() {
        List<JWK> before = set.keys();
        published = List.of(key());

        assertThat(set.after(before)).isEqualTo(published);
    }

    @Test
    void a_storm_of_unknown_keys_makes_few_fetches() {
        for (int i = 0; i < 100; i++) {
            set.after(set.keys());
        }
        assertThat(fetches).hasValue(6);
        clock.pass(Duration.ofSeconds(61));
        set.after(set.keys());
        assertThat(fetches).hasValue(7);
    }

    @Test
    void a_server_that_is_away_is_not_asked_for_every_request() {
        reachable = false;
        for (int i = 0; i < 100; i++) {
            assertThat(set.keys()).isEmpty();
        }
        assertThat(fetches).hasValue(6);
    }

    @Test
    void keys_outlive_their_server_for_an_hour() {
        set.keys();
        reachable = false;
        clock.pass(Duration.ofMinutes(69));
        assertThat(set.keys()).isEqualTo(published);
        clock.pass(Duration.ofMinutes(2));
        assertThat(set.keys()).isEmpty();
        reachable = true;
        clock.pass(Duration.ofMinutes(2));
        assertThat(set.keys()).isEqualTo(published);
    }

    @Test
    void who_comes_during_a_fetch_waits_for_it() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        RemoteKeySet slow = new RemoteKeySet(
                () -> {
                    entered.countDown();
                    await(leave);
                    return fetch();
                },
                clock,
                6);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<List<JWK>>> waiting = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            waiting.add(threads.submit(slow::keys));
        }
        entered.await();
        leave.countDown();
        for (Future<List<JWK>> one : waiting) {
            assertThat(one.get()).isEqualTo(published);
        }
        assertThat(fetches).hasValue(1);
        threads.shutdown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
