package dev.postern.data.queue;

import dev.postern.data.Sql;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.RunScript;

/** A fresh database in memory with the schema. */
public final class TestDatabase implements AutoCloseable {

    private final JdbcConnectionPool pool = JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
            "sa",
            "");

    public TestDatabase() {
        try (Connection connection = pool.getConnection();
                Reader schema = new InputStreamReader(
                        TestDatabase.class.getResourceAsStream("/db/migration/V1__first_schema.sql"),
                        StandardCharsets.UTF_8)) {
            RunScript.execute(connection, schema);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public Sql sql() {
        return new Sql(pool);
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
