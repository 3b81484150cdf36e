package dev.postern.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequiredResourcesTest {

    /** No server, so nothing is there; what servers do is RefusedStartIT's. */
    @Test
    void what_is_missing_is_named() {
        assertThatThrownBy(RequiredResources::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the server has no resource jdbc/postern");
    }
}
