package dev.postern.data.queue;

import dev.postern.data.Sql;
import dev.postern.data.StoreUnavailable;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Where batches wait while the broker is away: a table in the database, written outside of the callers' transactions. */
@Service
class SpillTable implements BatchSink {

    private final Sql sql;
    private final Clock clock;

    @Inject
    SpillTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void deliver(Batch batch) {
        try {
            sql.insertOnce(
                    "insert into queue_spill (id, queue, payload, created_at) values (?, ?, ?, ?) on conflict do nothing",
                    batch.id(),
                    batch.queue(),
                    batch.payload(),
                    clock.instant());
        } catch (RuntimeException e) {
            throw new DeliveryFailed("the spill table did not take a batch", e);
        }
    }

    /** The batches that wait longest. */
    List<Batch> oldest(int limit) {
        return sql.all(
                "select id, queue, payload from queue_spill order by created_at, id limit " + limit,
                row -> new Batch(row.getString("id"), row.getString("queue"), row.getString("payload"), 0));
    }

    void delete(Batch batch) {
        sql.update("delete from queue_spill where id = ?", batch.id());
    }

    /** @throws StoreUnavailable if the database does not answer */
    long count() {
        return sql.first("select count(*) from queue_spill", row -> row.getLong(1))
                .orElse(0L);
    }
}
