package dev.postern.identity.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    @Test
    void takes_a_few_unrelated_words() {
        assertThat(PasswordRules.refuse("copper lantern at noon", "alice")).isEmpty();
    }

    @Test
    void refuses_short_ones() {
        assertThat(PasswordRules.refuse("x9!kQ2#vLp0", "alice")).contains("must have at least 12 characters");
    }

    @Test
    void refuses_the_user_name() {
        assertThat(PasswordRules.refuse("Lantern-Copper-77", "lantern-copper-77"))
                .contains("must not be the user name");
    }

    @Test
    void refuses_what_is_guessed_soon() {
        assertThat(PasswordRules.refuse("passwordpassword", "alice")).isPresent();
        assertThat(PasswordRules.refuse("123456789012", "alice")).isPresent();
        assertThat(PasswordRules.refuse("aaaaaaaaaaaaaaaa", "alice")).isPresent();
    }

    @Test
    void judges_very_long_ones_fast() {
        assertThat(PasswordRules.refuse("copper lantern ".repeat(17), "alice")).isEmpty();
        assertThat(PasswordRules.refuse("x".repeat(300), "alice")).contains("must have at most 256 characters");
    }
}
