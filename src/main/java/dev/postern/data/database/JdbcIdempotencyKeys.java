package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Idempotency keys, one row each. */
@Service
class JdbcIdempotencyKeys implements IdempotencyKeys {

    private final Sql sql;
    private final Clock clock;

    @Inject
    JdbcIdempotencyKeys(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public boolean take(String key, String fingerprint, Duration lifetime) {
        Instant now = clock.instant();
        sql.update("delete from idempotency_key where id = ? and expires_at <= ?", key, now);
        return sql.insertOnce(
                "insert into idempotency_key (id, fingerprint, expires_at) values (?, ?, ?) on conflict do nothing",
                key,
                fingerprint,
                now.plus(lifetime));
    }

    @Override
    public void answered(String key, String answer) {
        sql.update("update idempotency_key set answer = ? where id = ?", answer, key);
    }

    @Override
    public Optional<Taken> find(String key) {
        return sql.first(
                "select fingerprint, answer from idempotency_key where id = ?",
                row -> new Taken(row.getString("fingerprint"), Sql.text(row, "answer")),
                key);
    }

    @Override
    public int purge(Instant now, int limit) {
        return sql.update(
                "delete from idempotency_key where id in"
                        + " (select id from idempotency_key where expires_at <= ? order by expires_at limit ?)",
                now,
                limit);
    }
}
