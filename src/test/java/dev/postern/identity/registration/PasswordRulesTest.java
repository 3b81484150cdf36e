package dev.postern.identity.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.identity.rule.Rule;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    @Test
    void takes_a_few_unrelated_words() {
        assertThat(PasswordRules.refuse("copper lantern at noon", "alice")).isEmpty();
    }

    @Test
    void refuses_short_ones() {
        assertThat(PasswordRules.refuse("x9!kQ2#vLp0", "alice")).contains(Rule.PASSWORD_SHORT.brokenBy(12));
    }

    @Test
    void refuses_the_user_name() {
        assertThat(PasswordRules.refuse("Lantern-Copper-77", "lantern-copper-77"))
                .contains(Rule.PASSWORD_IS_NAME.brokenBy());
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
        assertThat(PasswordRules.refuse("x".repeat(300), "alice")).contains(Rule.PASSWORD_LONG.brokenBy(256));
    }
}
