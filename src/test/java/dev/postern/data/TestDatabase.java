package dev.postern.data;

import dev.postern.data.database.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** The two databases, each with our schema, shared by all tests of the run: tests use identifiers of their own. */
public enum TestDatabase {
    H2 {
        @Override
        DataSource open() {
            return inMemory("data");
        }
    },
    POSTGRESQL {
        @Override
        DataSource open() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "120")
                        .start()
                        .getPostgresDatabase();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private final AtomicReference<DataSource> started = new AtomicReference<>();
    private final ThreadLocal<Connection> transaction = new ThreadLocal<>();

    abstract DataSource open();

    public synchronized DataSource dataSource() {
        if (started.get() == null) {
            DataSource opened = open();
            if (opened instanceof JdbcConnectionPool pool) {
                pool.setMaxConnections(100);
            }
            migrate(opened);
            started.set(opened);
        }
        return started.get();
    }

    static JdbcConnectionPool inMemory(String name) {
        return JdbcConnectionPool.create(
                "jdbc:h2:mem:" + name
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                "sa",
                "");
    }

    static void migrate(DataSource database) {
        Migrations.run(database);
    }

    /** Statements that join {@link #inTransaction} as they join JTA on a server. */
    public Sql sql() {
        DataSource real = dataSource();
        return new Sql((DataSource) proxy(
                DataSource.class,
                (method, arguments) -> {
                    Connection current = transaction.get();
                    return method.equals("getConnection") && current != null ? unclosable(current) : UNANSWERED;
                },
                real));
    }

    private static Connection unclosable(Connection connection) {
        return (Connection)
                proxy(Connection.class, (method, arguments) -> method.equals("close") ? null : UNANSWERED, connection);
    }

    private static final Object UNANSWERED = new Object();

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static Object proxy(Class<?> type, Answer answer, Object real) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            Object answered = answer.to(method.getName(), arguments);
            if (answered != UNANSWERED) {
                return answered;
            }
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    /** Commits at the end; rolls back if the work throws. */
    public <T> T inTransaction(Supplier<T> work) {
        try (Connection connection = dataSource().getConnection()) {
            connection.setAutoCommit(false);
            transaction.set(connection);
            try {
                T result = work.get();
                connection.commit();
                return result;
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                transaction.remove();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
