package dev.postern.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final Metrics metrics = new Metrics();

    @Test
    void counts_by_label() {
        metrics.count("postern_introspections", "outcome", "active");
        metrics.count("postern_introspections", "outcome", "active");
        metrics.count("postern_introspections", "outcome", "inactive");
        assertThat(metrics.openMetrics())
                .contains("postern_introspections_total{outcome=\"active\"} 2.0")
                .contains("postern_introspections_total{outcome=\"inactive\"} 1.0")
                .endsWith("# EOF\n");
    }

    @Test
    void counts_the_hundred_and_first_combination_under_other() {
        for (int i = 0; i < 150; i++) {
            metrics.count("postern_things", "kind", "k" + i);
        }
        String text = metrics.openMetrics();
        assertThat(text.lines().filter(line -> line.startsWith("postern_things_total")))
                .hasSize(101);
        assertThat(text).contains("postern_things_total{kind=\"other\"} 50.0");
    }

    @Test
    void shows_gauges_and_timers() {
        metrics.gauge("postern_depth", () -> 7);
        metrics.time("postern_wait_seconds", Duration.ofMillis(4), "store", "cache");
        assertThat(metrics.openMetrics())
                .contains("postern_depth 7.0")
                .contains("postern_wait_seconds_bucket{store=\"cache\",le=\"0.005\"} 1");
    }

    @Test
    void replaces_the_supplier_of_a_gauge() {
        metrics.gauge("postern_depth", () -> 7);
        metrics.gauge("postern_depth", () -> 8);
        assertThat(metrics.openMetrics()).contains("postern_depth 8.0");
    }
}
