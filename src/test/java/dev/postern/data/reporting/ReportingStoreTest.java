package dev.postern.data.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportingStoreTest {

    private static final Instant HOUR = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant NEXT = HOUR.plus(Duration.ofHours(1));

    @ParameterizedTest
    @EnumSource
    void loading_an_hour_twice_gives_the_same_rows(TestDatabase database) {
        ReportingStore store = new JdbcReportingStore(database.sql());
        SignInMetric one = new SignInMetric(HOUR, "client", "success", "password", 3);
        SignInMetric two = new SignInMetric(HOUR, "client", "failure", "password", 1);
        SignInMetric later = new SignInMetric(NEXT, "client", "success", "password", 9);
        store.replaceHour(NEXT, List.of(later));
        store.replaceHour(HOUR, List.of(one));
        store.replaceHour(HOUR, List.of(one, two));
        assertThat(store.page(SignInFilter.of(HOUR, NEXT), Optional.empty(), 10))
                .containsExactly(two, one);
        assertThat(store.page(SignInFilter.of(HOUR, NEXT.plusSeconds(1)), Optional.empty(), 10))
                .containsExactly(later, two, one);
        store.replaceHour(HOUR, List.of());
        assertThat(store.page(SignInFilter.of(HOUR, NEXT), Optional.empty(), 10))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_watermark_moves(TestDatabase database) {
        ReportingStore store = new JdbcReportingStore(database.sql());
        String name = UUID.randomUUID().toString();
        assertThat(store.watermark(name)).isEmpty();
        store.moveWatermark(name, HOUR, HOUR);
        store.moveWatermark(name, NEXT, NEXT);
        assertThat(store.watermark(name)).contains(NEXT);
    }
}
