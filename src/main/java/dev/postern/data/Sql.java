package dev.postern.data;

import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Prepared statements on the database, one round trip each.
 *
 * <p>A statement joins the caller's transaction; without one it commits by itself. {@link Instant} parameters are bound as UTC
 * timestamps. A database that does not answer becomes {@link StoreUnavailable}.
 */
@Service
public class Sql {

    private final DataSource dataSource;
    private volatile @Nullable Boolean postgresql;

    @Inject
    public Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /** @return how many rows it changed */
    public int update(String sql, @Nullable Object... parameters) {
        return run(sql, statement -> {
            bind(statement, parameters);
            return statement.executeUpdate();
        });
    }

    /**
     * Runs an {@code insert … on conflict do nothing}.
     *
     * @return true if the row is ours; false if there was one already, also when H2 reports the rival of the same instant as an error
     */
    public boolean insertOnce(String sql, @Nullable Object... parameters) {
        try (Connection connection = connect()) {
            return insertOnce(connection, sql, parameters);
        } catch (SQLException e) {
            throw SqlFailures.translated(e);
        }
    }

    private static boolean insertOnce(Connection connection, String sql, @Nullable Object[] parameters)
            throws SQLException {
        return run(connection, sql, statement -> {
            bind(statement, parameters);
            try {
                return statement.executeUpdate() == 1;
            } catch (SQLException e) {
                if (SqlFailures.isDuplicate(e)) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** Whether the database knows what PostgreSQL has beyond the SQL that H2 knows too. */
    public boolean isPostgresql() {
        Boolean known = postgresql;
        if (known == null) {
            try (Connection connection = connect()) {
                known = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            } catch (SQLException e) {
                throw SqlFailures.translated(e);
            }
            postgresql = known;
        }
        return known;
    }

    /** Inserts two rows or none, as one transaction and outside of any other. @return false if there was a row with a key of one already */
    boolean insertOneByOne(Insert first, Insert second) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try {
                boolean both = insertOnce(
                                connection, first.once(), first.values().toArray())
                        && insertOnce(connection, second.once(), second.values().toArray());
                if (both) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return both;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw SqlFailures.translated(e);
        }
    }

    /** Inserts a row unless one with a key of it is there. @return whether it did, as {@link #insertOnce(String, Object...)} */
    public boolean insertOnce(Insert row) {
        return insertOnce(row.once(), row.values().toArray());
    }

    /** Runs one statement for several sets of parameters. @return how many rows each changed */
    public int[] updateEach(String sql, List<@Nullable Object[]> parameterSets) {
        if (parameterSets.isEmpty()) {
            return new int[0];
        }
        return run(sql, statement -> {
            for (@Nullable Object[] parameters : parameterSets) {
                bind(statement, parameters);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters) {
        return holdsNull(parameters)
                ? Optional.empty()
                : run(sql, statement -> {
                    bind(statement, parameters);
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next() ? Optional.of(row.of(rows)) : Optional.empty();
                    }
                });
    }

    public <T> List<T> all(String sql, Row<T> row, @Nullable Object... parameters) {
        return holdsNull(parameters) ? List.of() : run(sql, statement -> rows(statement, row, parameters));
    }

    /** No database of ours stores a null character, so nothing that is asked for with one is found; PostgreSQL would fail. */
    private static boolean holdsNull(@Nullable Object[] parameters) {
        for (Object parameter : parameters) {
            if (parameter instanceof String text && text.indexOf('\0') >= 0) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #all}, for work behind the scenes whose statement may take a minute. */
    public <T> List<T> allUnhurried(String sql, Row<T> row, @Nullable Object... parameters) {
        try (Connection connection = Unhurried.connection(connect(), Duration.ofMinutes(1))) {
            return run(connection, sql, statement -> rows(statement, row, parameters));
        } catch (SQLException e) {
            throw SqlFailures.translated(e);
        }
    }

    /** Whether the database answers within the given number of seconds; never throws. */
    public boolean answersWithin(int seconds) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(seconds);
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    /** @throws StoreUnavailable if the database does not answer within a second */
    public void requireAnswer() {
        try (Connection connection = connect()) {
            if (!connection.isValid(1)) {
                throw new StoreUnavailable(SqlFailures.STORE, new SQLException("the connection is broken"));
            }
        } catch (SQLException e) {
            throw SqlFailures.translated(e);
        }
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = connect()) {
            return run(connection, sql, work);
        } catch (SQLException e) {
            throw SqlFailures.translated(e);
        }
    }

    private static <T> T run(Connection connection, String sql, Work<T> work) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, Row<T> row, @Nullable Object[] parameters)
            throws SQLException {
        bind(statement, parameters);
        List<T> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(row.of(rows));
            }
        }
        return found;
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new StoreUnavailable(SqlFailures.STORE, e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }

    /** A timestamp that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** Text, empty where the column is null. */
    public static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** The parameter for a text that is null in the table where it is empty here. */
    public static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
