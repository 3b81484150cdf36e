package dev.postern.identity.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.page.Words;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void every_notice_has_words(Notice notice) {
        assertThat(Words.of("consent", Locale.ENGLISH).has(notice.key())).isTrue();
    }
}
