package dev.postern.benchmark.setup;

import dev.postern.testserver.JdbcAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Many users with many refresh tokens, as rows: copies of rows that the server wrote itself, with other ids and hashes. Each family has its
 * grant, each user a consent and five families.
 */
public final class BulkData {

    private static final int FAMILIES_PER_USER = 5;

    /** Text that looks random, follows from the number of a row, and has the length of the copied value. */
    private static final String SCRAMBLED =
            "left(translate(encode(sha256((%s || n)::bytea), 'base64'), '+/=', '-_'), length(t.%s))";

    private static final String USER_NUMBER = "(n %% %d)";

    private final JdbcAccess database;
    private final int families;

    public BulkData(JdbcAccess database, int families) {
        this.database = database;
        this.families = families;
    }

    /** @return what is there now, by table */
    public Map<String, Long> insert() {
        int users = families / FAMILIES_PER_USER;
        String subject = "'usr_bulk' || lpad(" + USER_NUMBER.formatted(users) + "::text, 18, '0')";
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            copy(statement, "app_user", users, """
                    subject = %1$s
                    username = 'bulk' || n
                    username_key = 'bulk' || n
                    """.formatted(subject));
            copy(statement, "consent", users, "subject = " + subject);
            copy(statement, "oauth_grant", families, """
                    id = %2$s
                    code_hash = %3$s
                    session_id = %4$s
                    subject = %1$s
                    expires_at = t.expires_at - (n %% 80) * interval '1 day'
                    revoked_at = null
                    revoke_reason = null
                    """.formatted(
                            subject,
                            scrambled("grant", "id"),
                            scrambled("code", "code_hash"),
                            scrambled("session", "session_id")));
            copy(statement, "refresh_token_family", families, """
                    id = %2$s
                    grant_id = %3$s
                    session_id = %4$s
                    current_hash = %5$s
                    subject = %1$s
                    purge_after = t.purge_after - (n %% 12) * interval '1 day'
                    revoked_at = null
                    revoke_reason = null
                    """.formatted(
                            subject,
                            scrambled("family", "id"),
                            scrambled("grant", "grant_id"),
                            scrambled("session", "session_id"),
                            scrambled("token", "current_hash")));
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return counts();
    }

    /**
     * All columns of one row of the benchmark's users, but for these.
     *
     * @param changes one a line, column and expression over n, the number, and t, the row
     */
    private void copy(Statement statement, String table, int rows, String changes) throws SQLException {
        Map<String, String> changed = changes.lines()
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        List<String> columns = database
                .rows(
                        "select column_name from information_schema.columns where table_schema = 'public'"
                                + " and table_name = ? order by ordinal_position",
                        table)
                .stream()
                .map(row -> String.valueOf(row.get("column_name")))
                .toList();
        String values = columns.stream()
                .map(column -> changed.getOrDefault(column, "t." + column))
                .collect(Collectors.joining(", "));
        statement.execute("insert into " + table + " (" + String.join(", ", columns) + ") select " + values
                + " from generate_series(0, " + (rows - 1) + ") n, (select * from " + table
                + " where subject = (select subject from app_user where username = 'user0') limit 1) t");
        statement.execute("vacuum analyze " + table);
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : List.of("app_user", "consent", "oauth_grant", "refresh_token_family")) {
            counts.put(table, database.number("select count(*) from " + table));
        }
        return counts;
    }

    private static String scrambled(String salt, String column) {
        return SCRAMBLED.formatted("'" + salt + "'", column);
    }
}
