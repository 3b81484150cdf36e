package dev.postern.identity.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.reporting.SignInMetric;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportsPageTest {

    private static final Instant HOUR = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void shows_each_hour_and_the_totals() {
        String html = page(
                Locale.ENGLISH,
                List.of(
                        new SignInMetric(HOUR, "notes", "success", "password", 41),
                        new SignInMetric(HOUR, "notes", "failure", "password", 3)));
        assertThat(html)
                .contains("2026-11-20 10:00", "notes", "Password", "Successful 41", "Failed 3")
                .contains("<td class=\"num\">44</td>")
                .contains("Loaded from the audit trail at 2026-11-20 11:02:03");
    }

    @Test
    void what_clients_chose_is_escaped() {
        String html = page(
                Locale.ENGLISH, List.of(new SignInMetric(HOUR, "<script>alert(1)</script>", "failure", "password", 1)));
        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void speaks_spanish_and_says_when_there_is_nothing() {
        assertThat(page(Locale.forLanguageTag("es"), List.of()))
                .contains("lang=\"es\"", "Nadie ha intentado iniciar sesión");
    }

    private static String page(Locale language, List<SignInMetric> metrics) {
        return new ReportsPage(language, "", "admin", metrics, Optional.of(Instant.parse("2026-11-20T11:02:03Z")))
                .html();
    }
}
