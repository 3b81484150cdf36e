package dev.postern.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguagesTest {
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @Test
    void what_the_request_asks_for_comes_before_what_the_browser_accepts() {
        assertThat(Languages.choose("es-MX en", "en")).isEqualTo(SPANISH);
    }

    @Test
    void the_browsers_best_language_that_we_write_is_taken() {
        assertThat(Languages.choose(null, "fr, es-AR;q=0.8, en;q=0.5")).isEqualTo(SPANISH);
    }

    @Test
    void english_is_for_everybody_else() {
        assertThat(Languages.choose("fr", "de")).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.choose("", (String) null)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void a_refused_language_is_not_given() {
        assertThat(Languages.choose(null, "es;q=0, en")).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void unreadable_wishes_do_no_harm() {
        assertThat(Languages.choose("<script> \u0000 -", ";;;=q")).isEqualTo(Locale.ENGLISH);
    }
}
