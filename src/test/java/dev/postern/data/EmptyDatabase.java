package dev.postern.data;

import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/** A database of one test's own, in memory, with our schema and nothing in it: for tests that count rows. */
public final class EmptyDatabase implements AutoCloseable {

    private final JdbcConnectionPool pool =
            TestDatabase.inMemory(UUID.randomUUID().toString());

    public EmptyDatabase() {
        TestDatabase.migrate(pool);
    }

    public Sql sql() {
        return new Sql(pool);
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
