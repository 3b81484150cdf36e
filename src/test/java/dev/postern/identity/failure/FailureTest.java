package dev.postern.identity.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.postern.data.StoreUnavailable;
import dev.postern.identity.password.Passwords;
import dev.postern.page.Problem;
import dev.postern.platform.Metrics;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Settings;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void a_store_that_is_away_is_told_in_one_line_with_its_innermost_cause() {
        SQLException cause = new SQLException("refused\n\tforged line", new SQLException("nobody\r\nlistens"));
        StoreUnavailable away = new StoreUnavailable("The store", cause);
        assertThat(Failure.of(new IllegalStateException(away))).isEqualTo(Problem.UNAVAILABLE);
        assertThat(Failure.line(away))
                .startsWith(away.toString())
                .endsWith("nobody listens")
                .hasLineCount(1);
    }

    @Test
    void a_password_that_found_no_turn_is_told_as_a_crowd_and_not_as_an_outage() {
        Settings nobodyMayWait =
                Settings.of(Map.of("postern.passwords.parallel", "1", "postern.passwords.waiting", "-1"));
        Passwords passwords = new Passwords(nobodyMayWait, new RandomValues(new SecureRandom()), new Metrics());
        Throwable busy = catchThrowable(() -> passwords.verify("copper lantern at noon", null));
        assertThat(Failure.of(new IllegalStateException(busy))).isEqualTo(Problem.BUSY);
        assertThat(Problem.BUSY.passes()).isTrue();
        assertThat(Problem.BROKEN.passes()).isFalse();
    }
}
