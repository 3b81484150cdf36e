package dev.postern.data.queue;

import dev.postern.data.Sql;
import dev.postern.platform.Json;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Logouts that an application could not be told yet. They wait here and not in the broker, where one application that is away would
 * hold up the others.
 */
@Service
public class LogoutRetries {

    /** A notice that went back to the queue and was lost on the way is due again after this time. */
    private static final Duration CLAIMED_FOR = Duration.ofMinutes(5);

    private final Sql sql;

    @Inject
    public LogoutRetries(Sql sql) {
        this.sql = sql;
    }

    /** Keeps a notice until it is due, in place of what was kept of it before. */
    public void keep(LogoutNotice notice, Instant due) {
        String payload = Json.write(notice);
        if (sql.update("update logout_retry set payload = ?, due_at = ? where id = ?", payload, due, notice.id())
                == 0) {
            sql.insertOnce(
                    "insert into logout_retry (id, payload, due_at) values (?, ?, ?) on conflict do nothing",
                    notice.id(),
                    payload,
                    due);
        }
    }

    public void forget(String id) {
        sql.update("delete from logout_retry where id = ?", id);
    }

    /** Those that are due, each for one caller alone: of two nodes that look at once one gets it. */
    public List<LogoutNotice> claim(Instant now, int most) {
        return sql
                .all(
                        "select id, payload, due_at from logout_retry where due_at <= ? order by due_at limit ?",
                        LogoutRetries::waiting,
                        now,
                        most)
                .stream()
                .filter(waiting -> isOurs(waiting, now))
                .map(waiting -> Json.read(waiting.payload(), LogoutNotice.class))
                .toList();
    }

    private boolean isOurs(Waiting waiting, Instant now) {
        return sql.update(
                        "update logout_retry set due_at = ? where id = ? and due_at = ?",
                        now.plus(CLAIMED_FOR),
                        waiting.id(),
                        waiting.due())
                == 1;
    }

    private record Waiting(String id, String payload, Instant due) {}

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(row.getString("id"), row.getString("payload"), Sql.instant(row, "due_at"));
    }
}
