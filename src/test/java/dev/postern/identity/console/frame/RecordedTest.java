package dev.postern.identity.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.page.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTest {

    private static final Words SPANISH = Words.of("console", Locale.forLanguageTag("es"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong password",
                "wrong old password",
                "unknown user",
                "account is disabled",
                "too many failures",
                "revoked by an administrator",
                "revoked by the client",
                "consent withdrawn",
                "password changed",
                "ended by the person elsewhere",
                "administrator",
                "logout",
                "code replayed",
                "refresh token replayed",
                "event not durable"
            })
    void reasons_of_ours_are_told_in_the_readers_language(String reason) {
        assertThat(Recorded.told(SPANISH, reason)).isNotEqualTo(reason);
    }

    @Test
    void others_stay_as_they_are_on_record() {
        assertThat(Recorded.told(SPANISH, "something else")).isEqualTo("something else");
        assertThat(Recorded.told(SPANISH, "")).isEmpty();
    }
}
