package dev.postern.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void percentiles_are_values_that_occurred() {
        Latencies odd = new Latencies();
        Latencies even = new Latencies();
        for (int millis = 10_000; millis >= 1; millis--) {
            (millis % 2 == 0 ? even : odd).add(millis * 1_000_000L);
        }

        Latencies.Sorted all = Latencies.sorted(List.of(odd, even));

        assertThat(all.count()).isEqualTo(10_000);
        assertThat(all.percentile(50)).isEqualTo(5_000);
        assertThat(all.percentile(99)).isEqualTo(9_900);
        assertThat(all.percentile(100)).isEqualTo(10_000);
    }

    @Test
    void nothing_measured_has_no_percentile() {
        assertThat(Latencies.sorted(List.of()).percentile(50)).isNaN();
    }
}
