package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Counts by the index of time and type. */
@Service
class JdbcAuditCounts implements AuditCounts {

    private static final String COUNT =
            "select count(*) as n from (select 1 as one from audit_event where occurred_at >= ? and type = ? limit ?) counted";

    private final Sql sql;

    @Inject
    JdbcAuditCounts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public long since(Instant from, List<String> types) {
        return types.stream()
                .mapToLong(type -> sql.allUnhurried(COUNT, row -> row.getLong("n"), from, type, MOST)
                        .get(0))
                .sum();
    }
}
