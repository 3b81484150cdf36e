package dev.postern.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlEncodedTest {

    @Test
    void reads_names_and_values_in_their_order() {
        assertThat(UrlEncoded.decode("a=1&b=x+y%21&a=2&c&d="))
                .containsExactly(
                        Map.entry("a", List.of("1", "2")),
                        Map.entry("b", List.of("x y!")),
                        Map.entry("c", List.of("")),
                        Map.entry("d", List.of("")));
    }

    @Test
    void nothing_has_no_parameters() {
        assertThat(UrlEncoded.decode("")).isEmpty();
        assertThat(UrlEncoded.decode((String) null)).isEmpty();
        assertThat(UrlEncoded.decode("&&=x&")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%FF", "a=%C3", "a=%C0%AF", "%ED%A0%80=1", "a=東"})
    void what_is_not_percent_encoded_utf8_is_refused(String raw) {
        assertThatExceptionOfType(UrlEncoded.Malformed.class).isThrownBy(() -> UrlEncoded.decode(raw));
    }

    @Test
    void too_many_parameters_are_refused() {
        assertThatExceptionOfType(UrlEncoded.Malformed.class).isThrownBy(() -> UrlEncoded.decode("a=1&".repeat(201)));
    }

    @Test
    void what_was_written_is_read_again() {
        Map<String, List<String>> parameters = Map.of("naïve & co", List.of("a=b&c", "東京 +%"));

        assertThat(UrlEncoded.decode(UrlEncoded.encode(parameters))).isEqualTo(parameters);
    }
}
