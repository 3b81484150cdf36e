package dev.postern.identity.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.Leases;
import dev.postern.data.database.EndedSessions;
import dev.postern.data.database.Grants;
import dev.postern.data.database.IdempotencyKeys;
import dev.postern.data.database.OneTimeLinks;
import dev.postern.data.refreshtoken.RefreshTokenStore;
import dev.postern.platform.Settings;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PurgeTest {

    private final List<Integer> batches = new ArrayList<>();

    /** A store with so many expired rows. */
    private <T> T store(Class<T> type, int expired) {
        AtomicInteger left = new AtomicInteger(expired);
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    int deleted = Math.min(left.get(), (Integer) arguments[1]);
                    left.addAndGet(-deleted);
                    batches.add(deleted);
                    return deleted;
                }));
    }

    private Purge purge(Leases leases) {
        return new Purge(
                store(Grants.class, 5),
                store(RefreshTokenStore.class, 25),
                store(OneTimeLinks.class, 0),
                store(IdempotencyKeys.class, 0),
                store(EndedSessions.class, 0),
                leases,
                Clock.systemUTC(),
                Settings.of(Map.of("postern.purge.batch", "10")));
    }

    @Test
    void everything_expired_goes_in_small_batches() {
        assertThat(purge((name, duration) -> true).run()).isEqualTo(30);
        assertThat(batches).containsExactly(10, 10, 5, 5, 0, 0, 0);
    }

    @Test
    void a_node_that_has_lost_the_lease_stops() {
        AtomicInteger turns = new AtomicInteger(2);
        assertThat(purge((name, duration) -> turns.getAndDecrement() > 0).run()).isEqualTo(20);
    }

    @Test
    void another_node_that_holds_the_lease_does_the_work() {
        assertThat(purge((name, duration) -> false).run()).isZero();
        assertThat(batches).isEmpty();
    }
}
