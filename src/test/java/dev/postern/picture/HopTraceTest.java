package dev.postern.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HopTraceTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final HopTrace trace = new HopTrace(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void tells_the_hops_of_one_trace_in_their_order() {
        trace.passed("t1", Hop.H1, Remark.AS_IS, "GET /login");
        trace.passed("t2", Hop.H9, Remark.CODE_ARRIVED);
        trace.passed("t1", Hop.H2, Remark.STATE_STORED);

        assertThat(trace.of("t1")).extracting(HopRecord::hop).containsExactly(Hop.H1, Hop.H2);
        assertThat(trace.of("t1").get(0))
                .isEqualTo(new HopRecord(Hop.H1, NOW, Box.B1, Remark.AS_IS, List.of("GET /login")));
    }

    @Test
    void ignores_a_hop_without_a_trace() {
        trace.passed(null, Hop.H1, Remark.APP_SESSION);
        trace.passed(" ", Hop.H1, Remark.APP_SESSION);

        assertThat(trace.of(null)).isEmpty();
        assertThat(trace.of(" ")).isEmpty();
    }

    @Test
    void keeps_a_bounded_number_of_hops_and_short_remarks() {
        IntStream.range(0, Trail.HOPS + 10)
                .forEach(i -> trace.passed("t", Hop.H22, Box.B7, Remark.AS_IS, "x".repeat(1_000)));

        assertThat(trace.of("t")).hasSize(Trail.HOPS);
        assertThat(trace.of("t"))
                .allSatisfy(record -> assertThat(record.detail()).hasSize(Trail.VALUE));
    }
}
