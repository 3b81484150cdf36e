package dev.postern.identity.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void fields_that_differ_are_told_in_both_versions_and_what_the_register_says_is_not() {
        Map<String, Object> mine = Map.of("name", "Notes", "scope", "openid", "uris", List.of("a"));
        Map<String, Object> theirs = Map.of("name", "Memos", "scope", "openid", "meta", Map.of("revision", "2"));

        assertThat(Difference.between(mine, theirs))
                .containsExactly(new Difference("name", "Notes", "Memos"), new Difference("uris", "[\"a\"]", ""));
    }
}
