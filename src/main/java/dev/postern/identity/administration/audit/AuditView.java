package dev.postern.identity.administration.audit;

import dev.postern.data.database.AuditRow;
import dev.postern.identity.administration.download.Columns;
import dev.postern.platform.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of the audit trail as an object and as cells of a table. */
public final class AuditView {

    /** In the order of {@link #cells}. */
    public static final List<String> NAMES = List.of(
            "occurred_at",
            "type",
            "outcome",
            "method",
            "subject",
            "client_id",
            "grant_id",
            "session_id",
            "address",
            "user_agent",
            "request_id",
            "trace_id",
            "id",
            "details");

    /** As it is in files. */
    public static final Columns<AuditRow> COLUMNS = new Columns<>(NAMES, AuditView::cells, AuditView::of);

    private AuditView() {}

    public static Map<String, Object> of(AuditRow row) {
        Map<String, Object> view = new LinkedHashMap<>();
        List<String> cells = cells(row);
        for (int i = 0; i < NAMES.size() - 1; i++) {
            if (!cells.get(i).isEmpty()) {
                view.put(NAMES.get(i), cells.get(i));
            }
        }
        view.put("details", Json.readObject(row.details()));
        return view;
    }

    public static List<String> cells(AuditRow row) {
        return List.of(
                row.occurredAt().toString(),
                row.type(),
                row.outcome(),
                row.method(),
                row.subject(),
                row.clientId(),
                row.grantId(),
                row.sessionId(),
                row.address(),
                row.userAgent(),
                row.requestId(),
                row.traceId(),
                row.id(),
                row.details());
    }
}
