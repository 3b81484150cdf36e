package dev.postern.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private long now = -Duration.ofHours(1).toNanos();
    private final Silence silence = new Silence(() -> now);

    @Test
    void ends_a_wait_when_nothing_came_for_too_long() {
        long since = silence.now();
        pass(Silence.PATIENCE.minusMillis(1));
        assertThat(silence.endsWaitSince(since)).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(silence.endsWaitSince(since)).isTrue();
        assertThat(silence.isKnown()).isTrue();
    }

    @Test
    void lets_one_wait_on_while_others_are_answered() {
        long since = silence.now();
        for (int i = 0; i < 10; i++) {
            pass(Silence.PATIENCE.minusMillis(1));
            assertThat(silence.endsWaitSince(since)).isFalse();
            silence.ended();
        }
        assertThat(silence.isKnown()).isFalse();
    }

    @Test
    void does_not_count_the_time_in_which_nobody_waited() {
        pass(Duration.ofHours(1));
        assertThat(silence.endsWaitSince(silence.now())).isFalse();
    }

    @Test
    void ends_every_wait_once_it_is_known_and_is_tried_again_later() {
        silence.noticed();
        assertThat(silence.endsWaitSince(silence.now())).isTrue();
        pass(Silence.KNOWN_FOR);
        assertThat(silence.endsWaitSince(silence.now())).isFalse();
    }

    @Test
    void is_over_with_the_first_answer() {
        silence.noticed();
        silence.ended();
        assertThat(silence.isKnown()).isFalse();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
