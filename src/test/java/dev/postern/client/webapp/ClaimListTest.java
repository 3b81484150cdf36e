package dev.postern.client.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.page.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimListTest {

    @Test
    void a_moment_is_shown_raw_and_as_people_write_it() {
        assertThat(html(Map.of("exp", 1_795_178_089L))).contains("<dd>1795178089 <small>", "2026", "UTC</small></dd>");
    }

    @Test
    void a_number_beyond_every_calendar_is_shown_raw_only() {
        assertThat(html(Map.of("exp", Long.MAX_VALUE))).contains("<dd>9223372036854775807</dd>");
    }

    @Test
    void several_values_are_written_one_after_the_other() {
        assertThat(html(Map.of("aud", List.of("one", "two")))).contains("<dd>one two</dd>");
    }

    @Test
    void names_and_values_are_escaped() {
        assertThat(html(Map.of("<b>", Map.of("a", "<script>")))).doesNotContain("<b>", "<script>");
    }

    @Test
    void claims_of_a_person_alone_need_no_heading() {
        assertThat(html(Map.of("sub", "usr_1", "name", "Alice"))).doesNotContain("<h3>");
    }

    private static String html(Map<String, Object> claims) {
        return new ClaimList(Words.of("app", Locale.ENGLISH), claims).html();
    }
}
