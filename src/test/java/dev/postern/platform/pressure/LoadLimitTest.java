package dev.postern.platform.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadLimitTest {

    private static final Duration SLOW = Duration.ofMillis(250);

    private final AtomicLong nanos = new AtomicLong();
    private final LoadLimit limit = limit(8, 32);

    @Test
    void what_begins_something_is_refused_first_and_tokens_last() {
        admitted(Priority.NEW, 16);
        assertThat(limit.admits(Priority.NEW)).isFalse();
        admitted(Priority.UNDER_WAY, 8);
        assertThat(limit.admits(Priority.UNDER_WAY)).isFalse();
        assertThat(limit.admits(Priority.NEW)).isFalse();
        admitted(Priority.TOKENS, 8);
        assertThat(limit.admits(Priority.TOKENS)).isFalse();
    }

    @Test
    void token_requests_alone_may_fill_it_and_keep_the_others_out() {
        admitted(Priority.TOKENS, 32);
        assertThat(limit.admits(Priority.TOKENS)).isFalse();
        assertThat(limit.admits(Priority.NEW)).isFalse();
        limit.rests();
        assertThat(limit.admits(Priority.NEW)).isFalse();
        assertThat(limit.admits(Priority.TOKENS)).isTrue();
    }

    @Test
    void when_the_pressure_is_over_everybody_is_admitted_again() {
        admitted(Priority.TOKENS, 32);
        for (int i = 0; i < 17; i++) {
            limit.rests();
        }
        assertThat(limit.admits(Priority.NEW)).isTrue();
        assertThat(limit.inProgress()).isEqualTo(16);
    }

    @Test
    void who_goes_on_is_not_asked_again() {
        admitted(Priority.TOKENS, 32);
        limit.goesOn();
        assertThat(limit.inProgress()).isEqualTo(33);
    }

    @Test
    void while_most_requests_are_slow_it_falls_and_never_below_the_least() {
        window(11, 9);
        assertThat(limit.limit()).isEqualTo(26);
        for (int i = 0; i < 20; i++) {
            window(20, 0);
        }
        assertThat(limit.limit()).isEqualTo(8);
    }

    @Test
    void it_rises_again_and_never_above_the_most() {
        window(20, 0);
        window(20, 0);
        assertThat(limit.limit()).isEqualTo(21);
        window(0, 20);
        assertThat(limit.limit()).isEqualTo(23);
        for (int i = 0; i < 20; i++) {
            window(0, 20);
        }
        assertThat(limit.limit()).isEqualTo(32);
    }

    @Test
    void a_minority_that_waits_for_something_slow_does_not_move_it() {
        window(10, 10);
        assertThat(limit.limit()).isEqualTo(32);
    }

    @Test
    void a_few_requests_say_nothing() {
        window(19, 0);
        assertThat(limit.limit()).isEqualTo(32);
        window(1, 0);
        assertThat(limit.limit()).isLessThan(32);
    }

    @Test
    void one_window_moves_it_once() {
        for (int i = 0; i < 100; i++) {
            limit.took(SLOW.toNanos() + 1);
        }
        assertThat(limit.limit()).isEqualTo(32);
    }

    @Test
    void a_small_limit_recovers_too() {
        LoadLimit small = limit(1, 8);
        window(small, 20, 0);
        assertThat(small.limit()).isEqualTo(7);
        window(small, 0, 20);
        assertThat(small.limit()).isEqualTo(8);
    }

    @Test
    void settings_that_contradict_each_other_stop_the_start() {
        assertThatThrownBy(() -> limit(9, 8)).hasMessageContaining("postern.pressure.least");
        assertThatThrownBy(() -> limit(0, 8)).hasMessageContaining("postern.pressure.least");
    }

    private LoadLimit limit(int least, int most) {
        return new LoadLimit(least, most, SLOW, nanos::get);
    }

    private void admitted(Priority priority, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(limit.admits(priority)).isTrue();
        }
    }

    private void window(int slow, int quick) {
        window(limit, slow, quick);
    }

    /** So many requests end in one window, the last one after its end. */
    private void window(LoadLimit moved, int slow, int quick) {
        nanos.addAndGet(Duration.ofMillis(499).toNanos());
        for (int i = 0; i < slow + quick; i++) {
            if (i == slow + quick - 1) {
                nanos.addAndGet(Duration.ofMillis(1).toNanos());
            }
            moved.took(i < slow ? SLOW.toNanos() + 1 : SLOW.toNanos());
        }
    }
}
