package dev.postern.data.queue;

import dev.postern.data.Sql;
import dev.postern.data.StoreUnavailable;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Where batches are made durable before the broker has them: a table in the database, written outside of the callers' transactions. */
@Service
class Journal implements BatchSink {

    /** By then the node that wrote a batch has sent it, unless it cannot: then whoever sees it first does. */
    static final Duration ORPHANED_AFTER = Duration.ofSeconds(5);

    private final Sql sql;
    private final Clock clock;

    @Inject
    Journal(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void deliver(Batch batch) {
        try {
            sql.insertOnce(
                    "insert into queue_journal (id, queue, payload, records, created_at) values (?, ?, ?, ?, ?)"
                            + " on conflict do nothing",
                    batch.id(),
                    batch.queue(),
                    batch.payload(),
                    batch.records(),
                    clock.instant());
        } catch (RuntimeException e) {
            throw new DeliveryFailed("the journal did not take a batch", e);
        }
    }

    /** The batches that wait longest and that nobody seems to send. @throws StoreUnavailable if the database does not answer */
    List<Batch> orphans(int limit) {
        return sql.all(
                "select id, queue, payload, records from queue_journal where created_at < ? order by created_at, id limit ?",
                row -> new Batch(
                        row.getString("id"), row.getString("queue"), row.getString("payload"), row.getInt("records")),
                clock.instant().minus(ORPHANED_AFTER),
                limit);
    }

    /** Forgets what the broker has. @throws StoreUnavailable if the database does not answer */
    void delete(List<Batch> sent) {
        sql.update(
                "delete from queue_journal where id in (select id from unnest(cast(? as varchar array)) as sent (id))",
                (Object) sent.stream().map(Batch::id).toArray(String[]::new));
    }

    /** @throws StoreUnavailable if the database does not answer */
    long count() {
        return sql.first("select count(*) from queue_journal", row -> row.getLong(1))
                .orElse(0L);
    }
}
