package dev.postern.application.reporting;

import dev.postern.data.Leases;
import dev.postern.data.database.AuditTrail;
import dev.postern.data.database.AuditTrail.RecordedSignIn;
import dev.postern.data.reporting.ReportingStore;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.Metrics;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Extract, transform, load: finds the hours that new sign-ins fall into, and loads each of them anew as a whole (H24).
 *
 * <p>Loading an hour twice gives the same rows, so a run that was cut off, repeated or that overlaps the one before does no harm. One
 * node runs it at a time.
 */
@Service
public class SignInEtl {

    /** The name of the lease, and of the watermark. */
    public static final String NAME = "sign-ins";

    /** Longer than the hours of one page take, and than timers are late: who holds the lease keeps it from one run to the next. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private static final int ROWS_AT_ONCE = 50_000;

    private final AuditTrail trail;
    private final HourLoad hourLoad;
    private final ReportingStore store;
    private final Leases leases;
    private final HopTrace hopTrace;
    private final Metrics metrics;
    private final Clock clock;
    private final Duration overlap;
    private final Duration lease;

    @Inject
    public SignInEtl(
            AuditTrail trail,
            HourLoad hourLoad,
            ReportingStore store,
            Leases leases,
            HopTrace hopTrace,
            Metrics metrics,
            Clock clock,
            Settings settings) {
        this.trail = trail;
        this.hourLoad = hourLoad;
        this.store = store;
        this.leases = leases;
        this.hopTrace = hopTrace;
        this.metrics = metrics;
        this.clock = clock;
        this.overlap = settings.get(ReportingSettings.OVERLAP);
        this.lease = settings.get(ReportingSettings.INTERVAL).plus(MARGIN);
    }

    /** Loads what is new. @return how many hours were loaded */
    public int run() {
        int loaded = 0;
        boolean more = true;
        while (more && leases.acquire("etl-" + NAME, lease)) {
            Instant now = clock.instant();
            Instant from = store.watermark(NAME).map(at -> at.minus(overlap)).orElse(Instant.EPOCH);
            List<RecordedSignIn> fresh = trail.signInsRecorded(from, now, ROWS_AT_ONCE);
            SortedSet<Instant> hours = hours(fresh);
            hours.forEach(hourLoad::load);
            more = fresh.size() == ROWS_AT_ONCE && progress(fresh, from);
            store.moveWatermark(NAME, more ? last(fresh).plus(overlap) : now, now);
            fresh.forEach(signIn -> passed(signIn.traceId()));
            loaded += hours.size();
        }
        metrics.count("postern_reporting_runs");
        metrics.add("postern_reporting_hours", loaded);
        return loaded;
    }

    /** A full page ends in the middle of something: go on from its last row, unless all of it was recorded at one instant. */
    private static boolean progress(List<RecordedSignIn> page, Instant from) {
        return last(page).isAfter(from);
    }

    private static Instant last(List<RecordedSignIn> page) {
        return page.get(page.size() - 1).recordedAt();
    }

    private static SortedSet<Instant> hours(List<RecordedSignIn> signIns) {
        SortedSet<Instant> hours = new TreeSet<>();
        signIns.forEach(signIn -> hours.add(signIn.occurredAt().truncatedTo(ChronoUnit.HOURS)));
        return hours;
    }

    private void passed(String traceId) {
        boolean known = hopTrace.of(traceId).stream().anyMatch(record -> record.hop() == Hop.H24);
        if (!known) {
            hopTrace.passed(traceId, Hop.H24, Remark.METRICS_LOADED);
        }
    }
}
