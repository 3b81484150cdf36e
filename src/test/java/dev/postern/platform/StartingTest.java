package dev.postern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StartingTest {

    @Test
    void what_we_say_ourselves_is_the_reason() {
        RuntimeException ours = new IllegalStateException("the key is wrong", new SQLException("08006"));

        assertThat(Starting.reason(new RuntimeException("WELD-000049", ours))).isEqualTo("the key is wrong");
    }

    @Test
    void else_what_was_at_the_bottom_of_it_on_one_line() {
        RuntimeException theirs = new RuntimeException("outside", new SQLException("no\n  route"));

        assertThat(Starting.reason(theirs)).isEqualTo("no route");
    }

    @Test
    void the_failure_goes_on_to_end_the_deployment() {
        assertThatThrownBy(() -> Starting.run(() -> {
                    throw new IllegalStateException("wrong");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("wrong");
    }
}
