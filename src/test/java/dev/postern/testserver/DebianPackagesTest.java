package dev.postern.testserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** A test is never skipped in silence. */
class DebianPackagesTest {

    @Test
    void a_missing_program_skips_the_test_and_names_its_package() {
        assertThatThrownBy(() -> DebianPackages.REDIS.found(Optional.empty(), false))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("redis-server");
    }

    @Test
    void where_it_is_demanded_it_fails_the_test() {
        assertThatThrownBy(() -> DebianPackages.CHROMIUM.found(Optional.empty(), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chromium");
    }

    @Test
    void a_program_that_is_there_is_used() {
        Path path = Path.of("/usr/bin/redis-server");
        assertThat(DebianPackages.REDIS.found(Optional.of(path), true)).isEqualTo(path);
    }
}
