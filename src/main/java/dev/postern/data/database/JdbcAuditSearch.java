package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into the audit trail by its indexes: time and type, subject, client, request. */
@Service
class JdbcAuditSearch implements AuditSearch {

    private static final String SELECT = "select " + JdbcAuditTrail.COLUMNS + " from audit_event";

    private final Sql sql;

    @Inject
    JdbcAuditSearch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<AuditRow> page(Filter filter, Optional<Position> after, int limit) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        List<@Nullable Object> parameters = new ArrayList<>();
        filter.from().ifPresent(from -> {
            where.append(" and occurred_at >= ?");
            parameters.add(from);
        });
        filter.until().ifPresent(until -> {
            where.append(" and occurred_at < ?");
            parameters.add(until);
        });
        equal(where, parameters, "type", filter.type());
        equal(where, parameters, "outcome", filter.outcome());
        equal(where, parameters, "subject", filter.subject());
        equal(where, parameters, "client_id", filter.clientId());
        equal(where, parameters, "session_id", filter.sessionId());
        equal(where, parameters, "request_id", filter.requestId());
        after.ifPresent(position -> {
            // The first condition is for the index: without it each part would be looked for from the beginning.
            where.append(" and occurred_at <= ? and (occurred_at < ? or id < ?)");
            parameters.addAll(List.of(position.occurredAt(), position.occurredAt(), position.id()));
        });
        parameters.add(limit);
        return sql.allUnhurried(
                SELECT + where + " order by occurred_at desc, id desc limit ?",
                JdbcAuditTrail::auditRow,
                parameters.toArray());
    }

    @Override
    public Optional<AuditRow> find(String id) {
        return sql.first(SELECT + " where id = ?", JdbcAuditTrail::auditRow, id);
    }

    private static void equal(StringBuilder where, List<@Nullable Object> parameters, String column, String value) {
        if (!value.isEmpty()) {
            where.append(" and ").append(column).append(" = ?");
            parameters.add(value);
        }
    }
}
