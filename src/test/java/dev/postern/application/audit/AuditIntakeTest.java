package dev.postern.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.data.EmptyDatabase;
import dev.postern.data.StoreUnavailable;
import dev.postern.data.database.AuditRow;
import dev.postern.data.queue.DeadLetters;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.EventRecord;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Json;
import dev.postern.platform.Metrics;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditIntakeTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final EmptyDatabase database = new EmptyDatabase();
    private final FakeAuditTrail trail = new FakeAuditTrail();
    private final Metrics metrics = new Metrics();
    private final DeadLetters deadLetters = new DeadLetters(database.sql(), Clock.systemUTC(), metrics);
    private final HopTrace hops = new HopTrace(Clock.systemUTC());
    private final AuditIntake intake = new AuditIntake(trail, deadLetters, hops, metrics);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_batch_becomes_rows_once_although_it_comes_twice() {
        String batch = document("a", "c1") + "\n" + document("b", "c1");
        intake.record(batch);
        intake.record(batch);
        assertThat(trail.rows()).extracting(AuditRow::id).containsExactly("a", "b");
        assertThat(trail.rows().get(0).details()).contains("\"method\":\"password\"");
    }

    @Test
    void the_trace_learns_that_the_row_is_there() {
        intake.record(document("a", "c1"));
        assertThat(hops.of(TRACE)).singleElement().satisfies(hop -> {
            assertThat(hop.hop()).isEqualTo(Hop.H23);
            assertThat(hop.detail()).isEqualTo("login_succeeded");
        });
    }

    @Test
    void an_unreadable_event_is_parked_and_the_others_are_recorded() {
        intake.record(document("a", "c1") + "\n{\"id\":\n{\"id\":\"x\"}\n" + document("b", "c1"));
        assertThat(trail.rows()).extracting(AuditRow::id).containsExactly("a", "b");
        assertThat(deadLetters.count()).isEqualTo(2);
    }

    @Test
    void an_event_that_the_table_refuses_is_parked_and_the_others_are_recorded() {
        String batch = document("a", "c1") + "\n" + document("b", FakeAuditTrail.POISON) + "\n" + document("c", "c1");
        intake.record(batch);
        intake.record(batch);
        assertThat(trail.rows()).extracting(AuditRow::id).containsExactly("a", "c");
        assertThat(deadLetters.count()).isEqualTo(1);
        assertThat(metrics.openMetrics()).contains("postern_queue_parked_total{queue=\"postern.events\"} 1");
    }

    @Test
    void while_the_database_is_away_the_batch_is_not_taken() {
        trail.goAway();
        assertThatThrownBy(() -> intake.record(document("a", "c1"))).isInstanceOf(StoreUnavailable.class);
        assertThat(deadLetters.count()).isZero();
    }

    private static String document(String id, String client) {
        CurrentRequest request = new CurrentRequest("req", TRACE, "192.0.2.1", "agent");
        Event event = new Event.LoginSucceeded("usr_1", client, "s1", "password", "known");
        return Json.write(EventRecord.of(id, Instant.parse("2026-11-20T10:00:00Z"), event, request));
    }
}
