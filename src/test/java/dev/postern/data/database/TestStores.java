package dev.postern.data.database;

import dev.postern.data.Sql;
import java.time.Clock;

/** The real stores of the database, for tests of other boxes. */
public final class TestStores {

    private TestStores() {}

    public static AuditTrail auditTrail(Sql sql, Clock clock) {
        return new JdbcAuditTrail(sql, clock);
    }
}
