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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The audit trail: multi-row inserts that pass over what is there. */
@Service
class JdbcAuditTrail implements AuditTrail {

    static final String COLUMNS = "id, occurred_at, type, outcome, method, subject, client_id, grant_id,"
            + " session_id, address, user_agent, request_id, trace_id, details";

    private static final String SIGN_INS = "'login_succeeded', 'login_failed'";

    /**
     * One array for each column, so that a batch of any size is the same statement: parsed and planned once for each connection.
     */
    private static final String INSERT = "insert into audit_event (recorded_at, " + COLUMNS + ")"
            + " select ?, id, cast(occurred_at as timestamp(6) with time zone), type, outcome, method, subject, client_id,"
            + " grant_id, session_id, address, user_agent, request_id, trace_id, details from unnest("
            + "cast(? as varchar array), ".repeat(13) + "cast(? as varchar array)) as batch (" + COLUMNS + ")"
            + " on conflict do nothing";

    private final Sql sql;
    private final Clock clock;

    @Inject
    JdbcAuditTrail(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public int append(List<AuditRow> rows) {
        return sql.update(
                INSERT,
                clock.instant(),
                column(rows, AuditRow::id),
                column(rows, row -> row.occurredAt().toString()),
                column(rows, AuditRow::type),
                column(rows, AuditRow::outcome),
                column(rows, row -> Sql.orNull(row.method())),
                column(rows, row -> Sql.orNull(row.subject())),
                column(rows, row -> Sql.orNull(row.clientId())),
                column(rows, row -> Sql.orNull(row.grantId())),
                column(rows, row -> Sql.orNull(row.sessionId())),
                column(rows, row -> Sql.orNull(row.address())),
                column(rows, row -> Sql.orNull(row.userAgent())),
                column(rows, row -> Sql.orNull(row.requestId())),
                column(rows, row -> Sql.orNull(row.traceId())),
                column(rows, AuditRow::details));
    }

    private static @Nullable String[] column(List<AuditRow> rows, Function<AuditRow, @Nullable String> value) {
        @Nullable String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
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

    static AuditRow auditRow(ResultSet row) throws SQLException {
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
