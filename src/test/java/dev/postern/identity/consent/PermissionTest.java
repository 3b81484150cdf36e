package dev.postern.identity.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.page.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PermissionTest {
    private static final Words ENGLISH = Words.of("consent", Locale.ENGLISH);
    private static final Words SPANISH = Words.of("consent", Locale.forLanguageTag("es"));

    @Test
    void a_scope_is_told_in_the_administrators_words() {
        assertThat(told(new RequestedScope("notes.read", Map.of("en", "look at your notes")), ENGLISH))
                .isEqualTo("look at your notes");
    }

    @Test
    void where_the_administrator_has_no_words_in_this_language_ours_are_used() {
        assertThat(told(new RequestedScope("notes.read", Map.of("en", "look at your notes")), SPANISH))
                .isEqualTo("leer tus notas");
    }

    @Test
    void an_unknown_scope_is_at_least_named() {
        assertThat(told(new RequestedScope("x.y", Map.of()), ENGLISH)).isEqualTo("use “x.y”");
    }

    private static String told(RequestedScope scope, Words words) {
        return Permission.of(List.of(scope), List.of(), words).get(0).words();
    }
}
