package dev.postern.identity.administration.report;

import dev.postern.data.reporting.ReportingStore;
import dev.postern.data.reporting.SignInFilter;
import dev.postern.data.reporting.SignInMetric;
import dev.postern.data.reporting.SignInTotal;
import dev.postern.data.reporting.SignInTotal.Dimension;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.administration.download.Download;
import dev.postern.identity.administration.download.FileFormat;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Sign-ins by hour, client, method and outcome, out of the Reporting Store. */
@Service
public class SignInReports {

    /** The longest time that one report is about: as many hours as can be looked at. */
    public static final Duration LONGEST = Duration.ofDays(92);

    /** Of the clients, those with the most sign-ins. */
    public static final int MOST_TOTALS = (int) LONGEST.toHours();

    /** The name under which the ETL keeps its position. */
    private static final String ETL = "sign-ins";

    private final ReportingStore store;

    @Inject
    public SignInReports(ReportingStore store) {
        this.store = store;
    }

    public Slice<SignInMetric> list(Administrator by, SignInFilter filter, Optional<String> cursor, int limit) {
        require(by, filter);
        String after = Slice.after(cursor);
        Optional<SignInMetric> last = after.isEmpty() ? Optional.empty() : Optional.of(position(after));
        return Slice.of(store.page(filter, last, limit + 1), limit, SignInReports::key);
    }

    public List<SignInTotal> totals(Administrator by, SignInFilter filter, Dimension dimension) {
        require(by, filter);
        return store.totals(filter, dimension, MOST_TOTALS);
    }

    /** All rows of a filter as a file. */
    public Download<SignInMetric> download(Administrator by, SignInFilter filter, FileFormat format) {
        require(by, filter);
        return Download.of(
                "sign-ins", format, SignInView.COLUMNS, last -> store.page(filter, last, Download.ROWS_AT_ONCE));
    }

    /** Until when what has happened is counted. */
    public Optional<Instant> countedUntil(Administrator by) {
        Guard.mayRead(by, Area.REPORTS);
        return store.lastRun(ETL);
    }

    private static void require(Administrator by, SignInFilter filter) {
        Guard.mayRead(by, Area.REPORTS);
        if (!filter.from().isBefore(filter.until())) {
            throw AdministrationRefused.invalid("from", Rule.NOT_BEFORE_UNTIL);
        }
        if (filter.from().plus(LONGEST).isBefore(filter.until())) {
            throw AdministrationRefused.invalid("from", Rule.SPAN_TOO_LONG, LONGEST.toDays());
        }
    }

    private static String key(SignInMetric last) {
        return String.join("\n", last.hour().toString(), last.clientId(), last.outcome(), last.method());
    }

    private static SignInMetric position(String cursor) {
        String[] parts = Arrays.copyOf(cursor.split("\n", -1), 4);
        try {
            return new SignInMetric(
                    Instant.parse(parts[0]),
                    Objects.requireNonNullElse(parts[1], ""),
                    Objects.requireNonNullElse(parts[2], ""),
                    Objects.requireNonNullElse(parts[3], ""),
                    0);
        } catch (DateTimeException e) {
            throw AdministrationRefused.invalid("cursor", Rule.NOT_A_CURSOR);
        }
    }
}
