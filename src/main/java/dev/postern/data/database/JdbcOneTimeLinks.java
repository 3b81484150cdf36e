package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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
        insert("", secretHash, purpose, lifetime);
    }

    @Override
    public void addFor(String subject, String secretHash, String purpose, Duration lifetime) {
        withdraw(subject, purpose);
        insert(subject, secretHash, purpose, lifetime);
    }

    private void insert(String subject, String secretHash, String purpose, Duration lifetime) {
        sql.update(
                "insert into one_time_link (token_hash, purpose, subject, expires_at) values (?, ?, ?, ?)",
                secretHash,
                purpose,
                subject,
                clock.instant().plus(lifetime));
    }

    @Override
    public void withdraw(String subject, String purpose) {
        sql.update("delete from one_time_link where subject = ? and purpose = ? and used_at is null", subject, purpose);
    }

    @Override
    public boolean isValid(String secretHash, String purpose) {
        return subjectOf(secretHash, purpose).isPresent();
    }

    @Override
    public Optional<String> subjectOf(String secretHash, String purpose) {
        return sql.first(
                "select subject from one_time_link"
                        + " where token_hash = ? and purpose = ? and used_at is null and expires_at > ?",
                row -> row.getString("subject"),
                secretHash,
                purpose,
                clock.instant());
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
