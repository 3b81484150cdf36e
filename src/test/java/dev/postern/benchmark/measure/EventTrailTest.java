package dev.postern.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventTrailTest {

    private static final String METRICS = """
            # TYPE postern_events counter
            postern_events_total{outcome="failure",type="code_replayed"} 2.0 # {span_id="7619",trace_id="a38d"} 1.0 1795183433.076
            postern_events_total{outcome="success",type="token_issued"} 40.0
            # TYPE postern_audit_rows counter
            postern_audit_rows_total 41.0
            # EOF
            """;

    @Test
    void adds_up_a_counter_over_its_labels_and_passes_over_exemplars() {
        assertThat(EventTrail.sum(METRICS, "postern_events_total")).isEqualTo(42);
        assertThat(EventTrail.sum(METRICS, "postern_audit_rows_total")).isEqualTo(41);
    }

    @Test
    void a_counter_that_nobody_has_counted_yet_is_zero() {
        assertThat(EventTrail.sum(METRICS, "postern_queue_parked_total")).isZero();
    }
}
