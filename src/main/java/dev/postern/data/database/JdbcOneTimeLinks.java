package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One-time links, spent by one conditional update. */
@Service
class JdbcOneTimeLinks implements OneTimeLinks {

    private final Sql sql;
    private final Clock clock;

    @Inject
    JdbcOneTimeLinks(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void add(String secretHash, String purpose, Duration lifetime) {
        sql.update(
                "insert into one_time_link (token_hash, purpose, expires_at) values (?, ?, ?)",
                secretHash,
                purpose,
                clock.instant().plus(lifetime));
    }

    @Override
    public boolean isValid(String secretHash, String purpose) {
        return sql.first(
                        "select 1 from one_time_link"
                                + " where token_hash = ? and purpose = ? and used_at is null and expires_at > ?",
                        row -> true,
                        secretHash,
                        purpose,
                        clock.instant())
                .isPresent();
    }

    @Override
    public boolean spend(String secretHash, String purpose) {
        Instant now = clock.instant();
        return sql.update(
                        "update one_time_link set used_at = ?"
                                + " where token_hash = ? and purpose = ? and used_at is null and expires_at > ?",
                        now,
                        secretHash,
                        purpose,
                        now)
                == 1;
    }

    @Override
    public int purge(Instant now, int limit) {
        return sql.update(
                "delete from one_time_link where token_hash in"
                        + " (select token_hash from one_time_link where expires_at < ? limit ?)",
                now,
                limit);
    }
}
