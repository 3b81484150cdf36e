package dev.postern.identity.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.identity.registration.RedirectTrial.Outcome;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CitationsTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /redirect_uris/0 | RFC 9700 section 2.1, RFC 8252 sections 7 and 8.4 | RFC 9700, sección 2.1; RFC 8252, secciones 7 y 8.4
            /client_name#fr  | RFC 7591 section 2                                | RFC 7591, sección 2
            /claims/email    | OpenID Connect Core section 5.1                   | OpenID Connect Core, sección 5.1
            /first_party     | Postern set-up file, first_party                  | fichero de configuración de Postern, first_party
            """)
    void the_section_is_cited_in_the_language_of_the_reader(String pointer, String english, String spanish) {
        assertThat(Citations.of(pointer, Locale.ENGLISH)).isEqualTo(english);
        assertThat(Citations.of(pointer, SPANISH)).isEqualTo(spanish);
    }

    @ParameterizedTest
    @EnumSource
    void every_verdict_on_a_redirect_uri_has_its_section(Outcome outcome) {
        assertThat(Citations.of(outcome, Locale.ENGLISH)).contains("section");
        assertThat(Citations.of(outcome, SPANISH)).contains("secci");
    }

    @Test
    void no_spanish_citation_says_section() {
        ClientFields.and("identifier", "scopes", "name", "claims", "password", "token_lifetime", "description")
                .forEach(field ->
                        assertThat(Citations.of("/" + field, SPANISH)).as(field).doesNotContain("section"));
    }
}
