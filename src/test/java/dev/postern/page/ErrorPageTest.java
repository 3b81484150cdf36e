package dev.postern.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorPageTest {

    @ParameterizedTest
    @EnumSource
    void every_problem_says_what_happened_and_whose_turn_it_is(Problem problem) {
        for (Locale language : Languages.WRITTEN) {
            Words words = Words.of("errors", language);
            String html = new ErrorPage(problem, "r-1", language, "").html();

            assertThat(html)
                    .contains(Html.escape(words.text(problem.key("title"))))
                    .contains(Html.escape(words.text(problem.key("what"))))
                    .contains(Html.escape(words.text(problem.key("turn"))))
                    .contains("r-1");
        }
    }

    @Test
    void nothing_on_it_can_become_markup() {
        String html = new ErrorPage(Problem.BROKEN, "<script>\"'&\u0000", Locale.ENGLISH, "").html();

        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;&quot;&#39;&amp;\uFFFD");
    }

    @Test
    void it_links_below_the_issuers_path() {
        assertThat(new ErrorPage(Problem.NOT_FOUND, "r-1", Locale.ENGLISH, "/id").html())
                .contains("href=\"/id/assets/postern.css\"");
    }

    @Test
    void a_bare_status_finds_its_problem() {
        assertThat(Problem.ofStatus(404)).isEqualTo(Problem.NOT_FOUND);
        assertThat(Problem.ofStatus(400)).isEqualTo(Problem.BAD_REQUEST);
        assertThat(Problem.ofStatus(410)).isEqualTo(Problem.BAD_REQUEST);
        assertThat(Problem.ofStatus(502)).isEqualTo(Problem.BROKEN);
        assertThat(Problem.ofStatus(503)).isEqualTo(Problem.UNAVAILABLE);
    }
}
