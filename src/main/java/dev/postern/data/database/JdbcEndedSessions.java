package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ended sessions: one row each, all of them in one copy in memory. */
@Service
class JdbcEndedSessions implements EndedSessions {

    private final Sql sql;
    private final Clock clock;
    private final ReadCopy.Copies<Map<String, Instant>> ended;

    @Inject
    JdbcEndedSessions(Sql sql, Clock clock, ReadCopy copies) {
        this.sql = sql;
        this.clock = clock;
        this.ended = copies.of("ended-session", all -> read());
    }

    private Map<String, Instant> read() {
        Map<String, Instant> before = new HashMap<>();
        sql.all(
                "select id, before from ended_session",
                row -> before.put(row.getString("id"), Sql.instant(row, "before")));
        return before;
    }

    @Override
    public void end(String sessionId, Duration longest) {
        put(sessionId, longest);
    }

    @Override
    public void endAllOf(String subject, Duration longest) {
        put(subject, longest);
    }

    private void put(String id, Duration longest) {
        Instant now = clock.instant();
        int updated = sql.update(
                "update ended_session set before = ?, expires_at = ? where id = ?", now, now.plus(longest), id);
        if (updated == 0) {
            sql.insertOnce(
                    "insert into ended_session (id, before, expires_at) values (?, ?, ?) on conflict do nothing",
                    id,
                    now,
                    now.plus(longest));
        }
        ended.changed(ReadCopy.ALL);
    }

    @Override
    public boolean contain(String sessionId, String subject, Instant authTime) {
        Map<String, Instant> before = ended.get(ReadCopy.ALL);
        return !before.isEmpty()
                && (isBefore(authTime, before.get(sessionId)) || isBefore(authTime, before.get(subject)));
    }

    private static boolean isBefore(Instant authTime, @Nullable Instant end) {
        return end != null && !authTime.isAfter(end);
    }

    @Override
    public int purge(Instant now, int limit) {
        return sql.update(
                "delete from ended_session where id in"
                        + " (select id from ended_session where expires_at < ? order by expires_at limit ?)",
                now,
                limit);
    }
}
