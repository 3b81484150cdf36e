package dev.postern.identity.registration.dynamic;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.platform.Settings;
import dev.postern.testing.fakes.FakeCache;
import dev.postern.testing.fakes.TestClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrationThrottleTest {

    private final TestClock clock = new TestClock();
    private final RegistrationThrottle throttle = new RegistrationThrottle(
            new FakeCache(clock), Settings.of(Map.of(RegistrationSettings.PER_MINUTE.key(), "3")));

    @Test
    void one_address_has_so_many_requests_a_minute() {
        for (int i = 0; i < 3; i++) {
            throttle.admit();
        }
        assertThatThrownBy(throttle::admit)
                .isInstanceOf(RegistrationRefused.class)
                .hasMessageContaining("slow_down");
        clock.pass(Duration.ofSeconds(61));
        assertThatCode(throttle::admit).doesNotThrowAnyException();
    }
}
