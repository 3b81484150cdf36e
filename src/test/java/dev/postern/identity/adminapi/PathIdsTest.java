package dev.postern.identity.adminapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathIdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"shop", "a/b", "https://api.example/x?y", "~tilde", "..", "%2F", "ü"})
    void reads_what_it_wrote(String id) {
        assertThat(PathIds.read(PathIds.write(id))).contains(id);
        assertThat(PathIds.write(id)).matches("[A-Za-z0-9._~-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a%20b", "~", "~!", "a;b"})
    void refuses_what_it_would_not_write(String segment) {
        assertThat(PathIds.read(segment)).isEmpty();
    }

    @Test
    void plain_ids_stay_readable() {
        assertThat(PathIds.write("web-basic_1.2")).isEqualTo("web-basic_1.2");
    }
}
