package dev.postern.application.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.EmptyDatabase;
import dev.postern.data.database.AuditRow;
import dev.postern.data.database.AuditTrail;
import dev.postern.data.database.TestStores;
import dev.postern.data.reporting.ReportingStore;
import dev.postern.data.reporting.SignInFilter;
import dev.postern.data.reporting.SignInMetric;
import dev.postern.data.reporting.TestReportingStore;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.platform.Metrics;
import dev.postern.platform.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInEtlTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final Instant HOUR =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(3, ChronoUnit.HOURS);

    private final EmptyDatabase database = new EmptyDatabase();
    private final AuditTrail trail = TestStores.auditTrail(database.sql(), Clock.systemUTC());
    private final ReportingStore store = TestReportingStore.on(database.sql());
    private final HopTrace hops = new HopTrace(Clock.systemUTC());
    private boolean leaseIsFree = true;
    private int ids;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void sign_ins_are_counted_by_hour_client_outcome_and_method() {
        signIn(HOUR, "notes", "success");
        signIn(HOUR.plusSeconds(3599), "notes", "success");
        signIn(HOUR.plusSeconds(10), "notes", "failure");
        signIn(HOUR.plusSeconds(3600), "shop", "success");
        event(HOUR, "token_issued");

        assertThat(etl().run()).isEqualTo(2);
        assertThat(all())
                .containsExactlyInAnyOrder(
                        new SignInMetric(HOUR, "notes", "success", "password", 2),
                        new SignInMetric(HOUR, "notes", "failure", "password", 1),
                        new SignInMetric(HOUR.plusSeconds(3600), "shop", "success", "password", 1));
        assertThat(hops.of(TRACE)).extracting("hop").containsExactly(Hop.H24);
    }

    @Test
    void loading_again_changes_nothing_and_a_late_row_corrects_its_hour() {
        signIn(HOUR, "notes", "success");
        etl().run();
        etl().run();
        assertThat(all()).containsExactly(new SignInMetric(HOUR, "notes", "success", "password", 1));

        signIn(HOUR.plusSeconds(5), "notes", "success");
        etl().run();
        assertThat(all()).containsExactly(new SignInMetric(HOUR, "notes", "success", "password", 2));
        assertThat(hops.of(TRACE)).hasSize(1);
    }

    @Test
    void only_hours_with_something_new_are_loaded() throws Exception {
        signIn(HOUR, "notes", "success");
        SignInEtl etl = etl("postern.reporting.overlap", "0ms");
        assertThat(etl.run()).isEqualTo(1);
        Thread.sleep(5);
        assertThat(etl.run()).isZero();
    }

    @Test
    void nothing_is_loaded_while_another_node_does_it() {
        signIn(HOUR, "notes", "success");
        leaseIsFree = false;
        assertThat(etl().run()).isZero();
        assertThat(all()).isEmpty();
    }

    @Test
    void says_when_it_last_ran() {
        assertThat(store.lastRun(SignInEtl.NAME)).isEmpty();
        etl().run();
        assertThat(store.lastRun(SignInEtl.NAME))
                .hasValueSatisfying(
                        at -> assertThat(Duration.between(at, Instant.now())).isLessThan(Duration.ofSeconds(30)));
    }

    private void signIn(Instant at, String client, String outcome) {
        String type = outcome.equals("success") ? "login_succeeded" : "login_failed";
        append(at, type, client, outcome);
    }

    private void event(Instant at, String type) {
        append(at, type, "notes", "success");
    }

    private void append(Instant at, String type, String client, String outcome) {
        trail.append(List.of(new AuditRow(
                "id" + ids++, at, type, outcome, "password", "usr_1", client, "", "", "", "", "", TRACE, "{}")));
    }

    private List<SignInMetric> all() {
        SignInFilter around = SignInFilter.of(HOUR.minus(1, ChronoUnit.DAYS), HOUR.plus(2, ChronoUnit.DAYS));
        return store.page(around, Optional.empty(), 100);
    }

    private SignInEtl etl(String... settings) {
        return new SignInEtl(
                trail,
                new HourLoad(trail, store),
                store,
                (name, duration) -> leaseIsFree,
                hops,
                new Metrics(),
                Clock.systemUTC(),
                Settings.of(settings.length == 0 ? Map.of() : Map.of(settings[0], settings[1])));
    }
}
