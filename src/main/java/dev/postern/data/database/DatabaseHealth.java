package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;

/** Whether the Relational Database answers, for the status page. */
@Service
public class DatabaseHealth {

    private static final int SECONDS = 1;

    private final Sql sql;

    @Inject
    public DatabaseHealth(Sql sql) {
        this.sql = sql;
    }

    /** Validates a connection within a second; never throws. */
    public boolean isAvailable() {
        return sql.answersWithin(SECONDS);
    }
}
