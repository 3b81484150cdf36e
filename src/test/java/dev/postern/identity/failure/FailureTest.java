package dev.postern.identity.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.StoreUnavailable;
import dev.postern.page.Problem;
import java.sql.SQLException;
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
}
