package dev.postern.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void the_median_of_the_repeats_is_one_of_them() {
        List<Figures> repeats = List.of(figures(1_000, 0.3, 0), figures(1_000, 0.1, 0), figures(1_000, 0.2, 0));

        assertThat(Figures.median(repeats)).isSameAs(repeats.get(2));
        assertThat(Figures.range(repeats, Figures::cpuTogether)).containsExactly(0.1, 0.3);
    }

    @Test
    void one_wrong_answer_in_a_thousand_is_borne_and_two_are_not() {
        assertThat(figures(1_000, 0.1, 1).isValid()).isTrue();
        assertThat(figures(1_000, 0.1, 2).isValid()).isFalse();
    }

    @Test
    void nothing_done_is_not_valid() {
        assertThat(figures(0, 0.1, 0).isValid()).isFalse();
    }

    private static Figures figures(int operations, double cpu, int errors) {
        return new Figures(
                "S1",
                16,
                operations,
                0,
                0,
                0,
                0,
                0,
                Map.of("server", cpu),
                0,
                0,
                0,
                0,
                0,
                Map.of(),
                0,
                0,
                Map.of("status 503", errors));
    }
}
