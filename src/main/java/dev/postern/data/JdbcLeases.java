package dev.postern.data;

import dev.postern.platform.Metrics;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Leases in the database: one conditional update decides, and the database's clock says what has expired, so that nodes whose clocks
 * differ never both believe that they hold one.
 *
 * <p>A node that stops in order gives back what it holds; what a node held that has died expires.
 */
@Service
class JdbcLeases implements Leases {

    private static final Logger LOG = System.getLogger(JdbcLeases.class.getName());
    private static final String IN_MILLIS = "current_timestamp + cast(? as bigint) * interval '0.001' second";

    private final Sql sql;
    private final Metrics metrics;
    private final String node;

    @Inject
    JdbcLeases(Sql sql, RandomValues random, Metrics metrics) {
        this.sql = sql;
        this.metrics = metrics;
        this.node = random.identifier();
    }

    @Override
    public boolean acquire(String name, Duration duration) {
        boolean ours = renewed(name, duration) || first(name, duration);
        metrics.count("postern_lease", "lease", name, "outcome", ours ? "ours" : "theirs");
        return ours;
    }

    private boolean renewed(String name, Duration duration) {
        return sql.update(
                        "update lease set holder = ?, expires_at = " + IN_MILLIS
                                + " where name = ? and (holder = ? or expires_at <= current_timestamp)",
                        node,
                        duration.toMillis(),
                        name,
                        node)
                == 1;
    }

    private boolean first(String name, Duration duration) {
        return sql.insertOnce(
                "insert into lease (name, holder, expires_at) values (?, ?, " + IN_MILLIS + ") on conflict do nothing",
                name,
                node,
                duration.toMillis());
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        try {
            release();
        } catch (StoreUnavailable away) {
            LOG.log(Level.DEBUG, "leases of this node expire by themselves", away);
        }
    }

    void release() {
        sql.update("delete from lease where holder = ?", node);
    }
}
