package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The audit trail: multi-row inserts that pass over what is there. */
@Service
class JdbcAuditTrail implements AuditTrail {

    private static final String COLUMNS = "id, occurred_at, type, outcome, method, subject, client_id, grant_id,"
            + " session_id, address, user_agent, request_id, trace_id, details";

    private static final String SIGN_INS = "'login_succeeded', 'login_failed'";

    private static final String ONE_ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Far below the 65,535 parameters that PostgreSQL's protocol allows. */
    private static final int MOST_ROWS_PER_STATEMENT = 500;

    private final Sql sql;
    private final Clock clock;

    @Inject
    JdbcAuditTrail(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public int append(List<AuditRow> rows) {
        Instant recordedAt = clock.instant();
        int added = 0;
        for (int from = 0; from < rows.size(); from += MOST_ROWS_PER_STATEMENT) {
            added += insert(rows.subList(from, Math.min(rows.size(), from + MOST_ROWS_PER_STATEMENT)), recordedAt);
        }
        return added;
    }

    private int insert(List<AuditRow> rows, Instant recordedAt) {
        String values = (ONE_ROW + ", ").repeat(rows.size() - 1) + ONE_ROW;
        List<@Nullable Object> parameters = new ArrayList<>(rows.size() * 15);
        for (AuditRow row : rows) {
            addParameters(parameters, row);
            parameters.add(recordedAt);
        }
        return sql.update(
                "insert into audit_event (" + COLUMNS + ", recorded_at) values " + values + " on conflict do nothing",
                parameters.toArray());
    }

    private static void addParameters(List<@Nullable Object> parameters, AuditRow row) {
        parameters.add(row.id());
        parameters.add(row.occurredAt());
        parameters.add(row.type());
        parameters.add(row.outcome());
        parameters.add(Sql.orNull(row.method()));
        parameters.add(Sql.orNull(row.subject()));
        parameters.add(Sql.orNull(row.clientId()));
        parameters.add(Sql.orNull(row.grantId()));
        parameters.add(Sql.orNull(row.sessionId()));
        parameters.add(Sql.orNull(row.address()));
        parameters.add(Sql.orNull(row.userAgent()));
        parameters.add(Sql.orNull(row.requestId()));
        parameters.add(Sql.orNull(row.traceId()));
        parameters.add(row.details());
    }

    @Override
    public List<AuditRow> newest(String traceId, String type, int limit) {
        StringBuilder select = new StringBuilder("select ").append(COLUMNS).append(" from audit_event where 1 = 1");
        List<@Nullable Object> parameters = new ArrayList<>();
        if (!traceId.isBlank()) {
            select.append(" and trace_id = ?");
            parameters.add(traceId);
        }
        if (!type.isBlank()) {
            select.append(" and type = ?");
            parameters.add(type);
        }
        parameters.add(limit);
        return sql.all(
                select.append(" order by occurred_at desc, id limit ?").toString(),
                JdbcAuditTrail::auditRow,
                parameters.toArray());
    }

    @Override
    public List<RecordedSignIn> signInsRecorded(Instant from, Instant until, int limit) {
        return sql.all(
                "select recorded_at, occurred_at, trace_id from audit_event where recorded_at >= ? and recorded_at < ?"
                        + " and type in (" + SIGN_INS + ") order by recorded_at limit ?",
                row -> new RecordedSignIn(
                        Sql.instant(row, "recorded_at"), Sql.instant(row, "occurred_at"), Sql.text(row, "trace_id")),
                from,
                until,
                limit);
    }

    @Override
    public Map<SignIn, Long> signInsOfHour(Instant hour) {
        Map<SignIn, Long> counts = new HashMap<>();
        sql.allUnhurried(
                "select client_id, outcome, method, count(*) as sign_ins from audit_event"
                        + " where occurred_at >= ? and occurred_at < ? and type in (" + SIGN_INS + ")"
                        + " group by client_id, outcome, method",
                row -> counts.merge(signIn(row), row.getLong("sign_ins"), Long::sum),
                hour,
                hour.plus(1, ChronoUnit.HOURS));
        return counts;
    }

    private static SignIn signIn(ResultSet row) throws SQLException {
        String method = Sql.text(row, "method");
        return new SignIn(Sql.text(row, "client_id"), row.getString("outcome"), method.isEmpty() ? "unknown" : method);
    }

    private static AuditRow auditRow(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getString("id"),
                Sql.instant(row, "occurred_at"),
                row.getString("type"),
                row.getString("outcome"),
                Sql.text(row, "method"),
                Sql.text(row, "subject"),
                Sql.text(row, "client_id"),
                Sql.text(row, "grant_id"),
                Sql.text(row, "session_id"),
                Sql.text(row, "address"),
                Sql.text(row, "user_agent"),
                Sql.text(row, "request_id"),
                Sql.text(row, "trace_id"),
                row.getString("details"));
    }
}
