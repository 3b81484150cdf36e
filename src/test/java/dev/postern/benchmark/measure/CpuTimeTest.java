package dev.postern.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTimeTest {

    @Test
    void adds_own_time_and_that_of_reaped_children_whatever_the_program_is_called() {
        String stat = "4711 (a (strange) name) S 1 4711 4711 0 -1 4194560 100 200 3 4 70 30 20 5 20 0 9 0 1 2 3";

        assertThat(CpuTime.ticks(stat)).isEqualTo(70 + 30 + 20 + 5);
    }
}
