package dev.postern.data.queue;

import dev.postern.data.Sql;
import dev.postern.platform.Digests;
import dev.postern.platform.Metrics;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Messages, and single events of a batch, that no worker can process: kept for people to look at. */
@Service
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class.getName());
    private static final int LONGEST_REASON = 512;

    private final Sql sql;
    private final Clock clock;
    private final Metrics metrics;

    @Inject
    public DeadLetters(Sql sql, Clock clock, Metrics metrics) {
        this.sql = sql;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Keeps what could not be processed, once although it may come again, outside of the message's transaction. @throws dev.postern.data.StoreUnavailable if the database does not answer */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void park(String queue, String payload, String reason) {
        String cut = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        boolean first = sql.insertOnce(
                "insert into dead_letter (id, queue, payload, reason, parked_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                Digests.sha256(queue + "\n" + payload),
                queue,
                payload.replace("\0", ""),
                cut.replace("\0", ""),
                clock.instant());
        if (!first) {
            return;
        }
        metrics.count("postern_queue_parked", "queue", queue);
        LOG.log(Level.WARNING, "A message of {0} was parked in dead_letter: {1}", new Object[] {queue, cut});
    }

    public long count() {
        return sql.first("select count(*) from dead_letter", row -> row.getLong(1))
                .orElse(0L);
    }

    /** How many of a queue are there. */
    public long count(String queue) {
        return sql.first("select count(*) from dead_letter where queue = ?", row -> row.getLong(1), queue)
                .orElse(0L);
    }
}
