package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.data.database.AuditSearch.Position;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sign-ins by the indexes that the audit trail has: subject and time, time and type. */
@Service
class JdbcSignIns implements SignIns {

    private static final String SELECT = "select " + JdbcAuditTrail.COLUMNS + " from audit_event e where ";

    private static final String NEWEST_FIRST = " order by occurred_at desc, id desc limit ?";

    /** No later sign-in or end of the session is on record, and no administrator or new password has ended it. */
    private static final String LIVING = "type = 'login_succeeded' and occurred_at >= ?"
            + " and not exists (select 1 from audit_event l where l.subject = e.subject and l.occurred_at >= e.occurred_at"
            + " and l.type in ('login_succeeded', 'session_ended') and l.session_id = e.session_id"
            + " and (l.occurred_at > e.occurred_at or l.id > e.id))"
            + " and not exists (select 1 from ended_session o where o.id = e.session_id and o.before >= e.occurred_at)"
            + " and not exists (select 1 from ended_session a where a.id = e.subject and a.before >= e.occurred_at)";

    private final Sql sql;

    @Inject
    JdbcSignIns(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<AuditRow> history(String subject, Optional<Position> after, int limit) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(subject));
        return page("subject = ? and type in ('login_succeeded', 'login_failed')", parameters, after, limit);
    }

    @Override
    public List<AuditRow> ofLivingSessions(String subject, Instant from, Optional<Position> after, int limit) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(from));
        if (subject.isEmpty()) {
            return page(LIVING, parameters, after, limit);
        }
        parameters.add(subject);
        return page(LIVING + " and subject = ?", parameters, after, limit);
    }

    @Override
    public List<AuditRow> underGrant(String subject, String grantId, Instant from, int limit) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(subject, from, grantId));
        return page("subject = ? and occurred_at >= ? and grant_id = ?", parameters, Optional.empty(), limit);
    }

    private List<AuditRow> page(String where, List<@Nullable Object> parameters, Optional<Position> after, int limit) {
        StringBuilder statement = new StringBuilder(SELECT).append(where);
        after.ifPresent(position -> {
            statement.append(" and (occurred_at < ? or (occurred_at = ? and id < ?))");
            parameters.addAll(List.of(position.occurredAt(), position.occurredAt(), position.id()));
        });
        parameters.add(limit);
        return sql.allUnhurried(
                statement.append(NEWEST_FIRST).toString(), JdbcAuditTrail::auditRow, parameters.toArray());
    }
}
