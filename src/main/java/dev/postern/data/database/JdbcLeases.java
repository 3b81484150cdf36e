package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Leases in the database. The nodes' clocks are expected to agree within a fraction of a lease. */
@Service
class JdbcLeases implements Leases {

    private final Sql sql;
    private final Clock clock;
    private final String node;

    @Inject
    JdbcLeases(Sql sql, Clock clock, RandomValues random) {
        this.sql = sql;
        this.clock = clock;
        this.node = random.identifier();
    }

    @Override
    public boolean acquire(String name, Duration duration) {
        Instant now = clock.instant();
        int taken = sql.update(
                "update lease set holder = ?, expires_at = ? where name = ? and (holder = ? or expires_at < ?)",
                node,
                now.plus(duration),
                name,
                node,
                now);
        return taken == 1
                || sql.insertOnce(
                        "insert into lease (name, holder, expires_at) values (?, ?, ?) on conflict do nothing",
                        name,
                        node,
                        now.plus(duration));
    }
}
