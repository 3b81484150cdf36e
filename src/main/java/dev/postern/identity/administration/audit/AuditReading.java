package dev.postern.identity.administration.audit;

import dev.postern.data.database.AuditRow;
import dev.postern.data.database.AuditSearch;
import dev.postern.data.database.AuditSearch.Filter;
import dev.postern.data.database.AuditSearch.Position;
import dev.postern.data.reporting.ReportingStore;
import dev.postern.data.reporting.SignInMetric;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the audit trail, newest first, and the metrics made of it. Nobody changes either. */
@Service
public class AuditReading {

    private final AuditSearch search;
    private final ReportingStore reports;

    @Inject
    public AuditReading(AuditSearch search, ReportingStore reports) {
        this.search = search;
        this.reports = reports;
    }

    public Slice<AuditRow> list(Administrator by, Filter filter, Optional<String> cursor, int limit) {
        Guard.mayRead(by, Area.AUDIT);
        return AuditCursor.slice(search.page(filter, AuditCursor.after(cursor), limit + 1), limit);
    }

    /** A part of an export: ask again with the last row until there is none. */
    public List<AuditRow> part(Administrator by, Filter filter, Optional<AuditRow> last, int limit) {
        Guard.mayRead(by, Area.AUDIT);
        return search.page(filter, last.map(Position::of), limit);
    }

    public List<SignInMetric> signIns(Administrator by, Instant from, Instant until) {
        Guard.mayRead(by, Area.REPORTS);
        return reports.between(from, until);
    }
}
