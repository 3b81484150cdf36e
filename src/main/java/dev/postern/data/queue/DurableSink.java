package dev.postern.data.queue;

import dev.postern.platform.Metrics;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The journal, from where the relay takes batches to the broker; while the database is away, the broker itself. */
final class DurableSink implements BatchSink {

    private static final Logger LOG = Logger.getLogger(DurableSink.class.getName());

    private final BatchSink journal;
    private final BatchSink broker;
    private final Circuit database;
    private final Circuit brokerCircuit;
    private final Consumer<Batch> written;
    private final Metrics metrics;

    /** @param written is told of each batch that the journal has */
    DurableSink(
            BatchSink journal,
            Circuit database,
            BatchSink broker,
            Circuit brokerCircuit,
            Consumer<Batch> written,
            Metrics metrics) {
        this.journal = journal;
        this.broker = broker;
        this.database = database;
        this.brokerCircuit = brokerCircuit;
        this.written = written;
        this.metrics = metrics;
    }

    @Override
    public void deliver(Batch batch) {
        if (database.mayTry() && tryJournal(batch)) {
            count(batch, "journal");
            written.accept(batch);
            return;
        }
        try {
            deliverToBroker(batch);
            count(batch, "broker");
        } catch (DeliveryFailed e) {
            count(batch, "none");
            throw e;
        }
    }

    private void deliverToBroker(Batch batch) {
        if (!brokerCircuit.isUp()) {
            throw new DeliveryFailed("neither the journal nor the broker is there");
        }
        try {
            broker.deliver(batch);
        } catch (DeliveryFailed e) {
            brokerCircuit.failed();
            throw e;
        }
    }

    private boolean tryJournal(Batch batch) {
        try {
            journal.deliver(batch);
            database.succeeded();
            return true;
        } catch (DeliveryFailed e) {
            if (database.failed()) {
                LOG.log(
                        Level.WARNING,
                        "The journal is away; events go to the message broker directly until it is back: {0}",
                        String.valueOf(e.getCause()));
            }
            return false;
        }
    }

    private void count(Batch batch, String sink) {
        metrics.count("postern_queue_batches", "queue", batch.queue(), "sink", sink);
    }
}
