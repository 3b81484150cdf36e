package dev.postern.identity.backchannel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.queue.LogoutNotice;
import dev.postern.platform.Settings;
import dev.postern.testing.fakes.TestClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTimesTest {

    private final TestClock clock = new TestClock();
    private final RetryTimes times = new RetryTimes(clock, Settings.of(Map.of("postern.logout.give-up-after", "1h")));

    private LogoutNotice tried(int attempts) {
        return new LogoutNotice("id", "client", "usr_1", "session", clock.instant(), "", attempts);
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "7, 320", "8, 600", "1000, 600"})
    void pauses_grow_up_to_ten_minutes(int attempts, long seconds) {
        assertThat(times.next(tried(attempts))).contains(clock.instant().plusSeconds(seconds));
    }

    @Test
    void the_first_pause_is_a_setting() {
        RetryTimes soon = new RetryTimes(
                clock, Settings.of(Map.of("postern.logout.first-retry", "1s", "postern.logout.give-up-after", "1h")));
        assertThat(soon.next(tried(1))).contains(clock.instant().plusSeconds(1));
        assertThat(soon.next(tried(3))).contains(clock.instant().plusSeconds(4));
    }

    @Test
    void ends_when_the_next_attempt_would_come_too_late() {
        LogoutNotice notice = tried(9);
        clock.pass(Duration.ofMinutes(50));
        assertThat(times.next(notice)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(times.next(notice)).isEmpty();
    }
}
