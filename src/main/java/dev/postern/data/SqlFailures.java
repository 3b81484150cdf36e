package dev.postern.data;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an SQLException of PostgreSQL or H2 means to us. */
public final class SqlFailures {

    static final String STORE = "Relational Database";

    /** Connection lost, resources exhausted, shutdown, rolled back by a deadlock or a rival, read-only standby, lock or statement time-out. */
    private static final Pattern AWAY = Pattern.compile("08...|53...|57...|40001|40P01|25006|55P03|HYT0.|HY008");

    private static final Set<String> RIVAL = Set.of("40001", "40P01");

    /** H2: connection broken, database closed or closing, file locked or corrupted, out of memory, I/O errors, object closed. */
    private static final Set<Integer> AWAY_IN_H2 =
            Set.of(90007, 90013, 90020, 90028, 90030, 90031, 90046, 90067, 90098, 90108, 90121, 90131);

    private static final String DUPLICATE_KEY = "23505";

    private SqlFailures() {}

    /** {@link StoreUnavailable} if the database did not answer in time, else a failure that is our own fault. */
    public static RuntimeException translated(SQLException failure) {
        return isUnavailable(failure)
                ? new StoreUnavailable(STORE, failure)
                : new IllegalStateException("a statement failed with SQLState " + failure.getSQLState(), failure);
    }

    /** The SQLException inside another exception, translated; the exception itself if there is none. */
    public static RuntimeException translated(RuntimeException failure) {
        SQLException cause = sqlCause(failure);
        return cause != null && isUnavailable(cause) ? new StoreUnavailable(STORE, failure) : failure;
    }

    /** Whether a unique constraint was violated, at whatever depth. */
    public static boolean isDuplicate(Throwable failure) {
        SQLException cause = sqlCause(failure);
        return cause != null && DUPLICATE_KEY.equals(cause.getSQLState());
    }

    /** Whether the database is away, so that there is no use in trying again now; a deadlock, for one, is over when it is told. */
    public static boolean isAway(RuntimeException failure) {
        SQLException cause = sqlCause(failure);
        return cause == null
                ? failure instanceof StoreUnavailable
                : isUnavailable(cause) && !RIVAL.contains(String.valueOf(cause.getSQLState()));
    }

    private static boolean isUnavailable(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                || AWAY.matcher(state).matches()
                || AWAY_IN_H2.contains(failure.getErrorCode())
                || failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException;
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
