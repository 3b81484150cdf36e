package dev.postern.identity.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.RandomValues;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserCodeTest {

    private final RandomValues random = new RandomValues(new SecureRandom());

    @Test
    void codes_are_eight_letters_that_make_no_word() {
        UserCode code = UserCode.random(random);
        assertThat(code.letters()).matches("[BCDFGHJKLMNPQRSTVWXZ]{8}");
        assertThat(code.shown()).matches("[A-Z]{4}-[A-Z]{4}");
        assertThat(UserCode.random(random)).isNotEqualTo(UserCode.random(random));
    }

    @Test
    void every_letter_is_as_likely_as_any_other() {
        Map<Character, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 10_000; i++) {
            UserCode.random(random).letters().chars().forEach(letter -> counts.merge((char) letter, 1, Integer::sum));
        }
        // 4,000 of each are expected; the standard deviation is 62.
        assertThat(counts)
                .hasSize(20)
                .allSatisfy((letter, count) -> assertThat(count).isBetween(3_500, 4_500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WDJB-MJHT", "wdjb-mjht", "wdjbmjht", " W D J B M J H T ", "WDJB–MJHT", "wdjb.mjht"})
    void a_code_is_taken_however_it_is_typed(String typed) {
        assertThat(UserCode.typed(typed)).contains(new UserCode("WDJBMJHT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WDJB", "WDJBMJHTX", "WDJBMJH1", "AEIOUAEI", "WDJB-MJHA", "<script>alert(1)</script>"})
    void what_cannot_be_a_code_is_none(String typed) {
        assertThat(UserCode.typed(typed)).isEmpty();
        assertThat(UserCode.typed("-".repeat(60) + "WDJBMJHT")).isEmpty();
    }
}
