package dev.postern.data.queue;

import dev.postern.platform.Metrics;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The broker, and while it is away the spill table. */
final class DurableSink implements BatchSink {

    private static final Logger LOG = Logger.getLogger(DurableSink.class.getName());

    private final BatchSink broker;
    private final BatchSink spill;
    private final Circuit circuit;
    private final Metrics metrics;

    DurableSink(BatchSink broker, BatchSink spill, Circuit circuit, Metrics metrics) {
        this.broker = broker;
        this.spill = spill;
        this.circuit = circuit;
        this.metrics = metrics;
    }

    @Override
    public void deliver(Batch batch) {
        if (circuit.isUp() && tryBroker(batch)) {
            metrics.count("postern_queue_batches", "queue", batch.queue(), "sink", "broker");
            return;
        }
        try {
            spill.deliver(batch);
            metrics.count("postern_queue_batches", "queue", batch.queue(), "sink", "spill");
        } catch (DeliveryFailed e) {
            metrics.count("postern_queue_batches", "queue", batch.queue(), "sink", "none");
            throw e;
        }
    }

    private boolean tryBroker(Batch batch) {
        try {
            broker.deliver(batch);
            return true;
        } catch (DeliveryFailed e) {
            if (circuit.failed()) {
                LOG.log(
                        Level.WARNING,
                        "The message broker is away; events go to the spill table until it is back: {0}",
                        String.valueOf(e.getCause()));
            }
            return false;
        }
    }
}
