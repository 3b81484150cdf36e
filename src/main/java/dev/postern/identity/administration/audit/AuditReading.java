package dev.postern.identity.administration.audit;

import dev.postern.data.database.AuditRow;
import dev.postern.data.database.AuditSearch;
import dev.postern.data.database.AuditSearch.Filter;
import dev.postern.data.database.AuditSearch.Position;
import dev.postern.data.queue.Event;
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
import java.util.List;
import java.util.Optional;

/** Reads the audit trail, newest first. Nobody changes it. */
@Service
public class AuditReading {

    private final AuditSearch search;

    @Inject
    public AuditReading(AuditSearch search) {
        this.search = search;
    }

    public Slice<AuditRow> list(Administrator by, Filter filter, Optional<String> cursor, int limit) {
        Guard.mayRead(by, Area.AUDIT);
        return AuditCursor.slice(search.page(filter, AuditCursor.after(cursor), limit + 1), limit);
    }

    /** The kinds of events that there can be. */
    public List<String> types() {
        return Event.types();
    }

    /** @throws AdministrationRefused if there is no such event */
    public AuditRow find(Administrator by, String id) {
        Guard.mayRead(by, Area.AUDIT);
        return search.find(id).orElseThrow(() -> AdministrationRefused.unknown(Rule.NO_SUCH_EVENT));
    }

    /** All events of a filter as a file. */
    public Download<AuditRow> download(Administrator by, Filter filter, FileFormat format) {
        Guard.mayRead(by, Area.AUDIT);
        return Download.of(
                "audit",
                format,
                AuditView.COLUMNS,
                last -> search.page(filter, last.map(Position::of), Download.ROWS_AT_ONCE));
    }
}
