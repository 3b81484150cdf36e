package dev.postern.identity.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Settings;
import dev.postern.testing.fakes.FakeCache;
import dev.postern.testing.fakes.TestClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final TestClock clock = new TestClock();
    private final LoginThrottle throttle = new LoginThrottle(
            new FakeCache(clock),
            Settings.of(Map.of(
                    "postern.login.failures-per-account", "3",
                    "postern.login.failures-per-address", "5",
                    "postern.login.failure-window", "15m")));

    @BeforeEach
    void from_one_address() {
        from("192.0.2.1");
    }

    @AfterEach
    void close() {
        CurrentRequest.close();
    }

    @Test
    void a_user_name_has_so_many_tries_in_a_window() {
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.admitsAccount("alice")).isTrue();
        }
        assertThat(throttle.admitsAccount("alice")).isFalse();
        assertThat(throttle.admitsAccount(" ALICE ")).isFalse();
        assertThat(throttle.admitsAccount("bob")).isTrue();

        clock.pass(Duration.ofMinutes(15));

        assertThat(throttle.admitsAccount("alice")).isTrue();
    }

    @Test
    void a_success_forgets_the_failures_of_the_user_name() {
        throttle.admitsAccount("alice");
        throttle.admitsAccount("alice");
        throttle.succeeded("alice");

        for (int i = 0; i < 3; i++) {
            assertThat(throttle.admitsAccount("alice")).isTrue();
        }
    }

    @Test
    void a_try_whose_password_was_not_looked_at_is_none() {
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.admitsAccount("alice")).isTrue();
            throttle.undecided("alice");
        }
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.admitsAccount("alice")).isTrue();
        }
        throttle.undecided("alice");
        assertThat(throttle.admitsAccount("alice")).isTrue();
        assertThat(throttle.admitsAccount("alice")).isFalse();
    }

    @Test
    void an_address_has_so_many_failures_whatever_the_user_name() {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.admitsAddress()).isTrue();
            throttle.failed();
        }
        assertThat(throttle.admitsAddress()).isFalse();

        from("192.0.2.2");

        assertThat(throttle.admitsAddress()).isTrue();
    }

    @Test
    void one_ipv6_network_is_one_address() {
        from("2001:db8:1:2:0:0:0:1");
        for (int i = 0; i < 5; i++) {
            throttle.failed();
        }
        from("2001:db8:1:2:ffff:1:2:3");
        assertThat(throttle.admitsAddress()).isFalse();
        from("2001:db8:1:3:0:0:0:1");
        assertThat(throttle.admitsAddress()).isTrue();
    }

    private static void from(String address) {
        CurrentRequest.open(new CurrentRequest("id", "", address, ""));
    }
}
