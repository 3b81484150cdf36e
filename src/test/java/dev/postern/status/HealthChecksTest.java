package dev.postern.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.queue.QueueState;
import dev.postern.platform.Json;
import dev.postern.platform.request.StopPhase;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HealthChecksTest {

    private static final QueueState WELL = new QueueState(0, 10, 0, true);
    private static final QueueState BROKER_AWAY = new QueueState(3, 10, 2, false);

    @Test
    void ready_when_everything_answers() {
        Health health = health(true, true, WELL);
        assertThat(health.isReady()).isTrue();
        assertThat(health.isDegraded()).isFalse();
    }

    @Test
    void the_broker_away_is_ready_but_degraded() {
        Health health = health(true, true, BROKER_AWAY);
        assertThat(health.isReady()).isTrue();
        assertThat(Json.write(health.members()))
                .contains("\"status\":\"ready\",\"degraded\":true")
                .contains("\"name\":\"Message Queue\",\"status\":\"degraded\",\"broker\":\"down\"")
                .contains("\"journal_batches\":2");
    }

    @Test
    void broker_and_database_away_is_not_ready() {
        Health health = health(false, true, BROKER_AWAY);
        assertThat(health.isReady()).isFalse();
        assertThat(health.checks()).extracting(Check::state).contains(Check.State.DOWN);
    }

    @Test
    void the_cache_away_is_not_ready() {
        assertThat(health(true, false, WELL).isReady()).isFalse();
    }

    @Test
    void a_server_that_is_to_stop_is_not_ready_whatever_it_said_before() {
        AtomicReference<StopPhase> phase = new AtomicReference<>(StopPhase.NONE);
        HealthChecks checks = new HealthChecks(() -> true, () -> true, () -> WELL, phase::get, Clock.systemUTC());
        assertThat(checks.now().isReady()).isTrue();
        phase.set(StopPhase.DRAINING);
        assertThat(checks.now().isReady()).isFalse();
        assertThat(Json.write(checks.now().members())).contains("\"status\":\"not_ready\"", "\"name\":\"Stopping\"");
    }

    @Test
    void the_stores_are_not_asked_more_than_once_a_second() {
        AtomicInteger asked = new AtomicInteger();
        HealthChecks checks = new HealthChecks(
                () -> asked.incrementAndGet() > 0, () -> true, () -> WELL, () -> StopPhase.NONE, Clock.systemUTC());
        for (int i = 0; i < 50; i++) {
            checks.now();
        }
        assertThat(asked.get()).isLessThanOrEqualTo(2);
    }

    private static Health health(boolean database, boolean cache, QueueState queue) {
        return new HealthChecks(() -> database, () -> cache, () -> queue, () -> StopPhase.NONE, Clock.systemUTC())
                .now();
    }
}
