package dev.postern.data.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hands spilled batches over to the broker, oldest first, as soon as it is back; finds out that it is.
 *
 * <p>A batch is deleted after the broker has it: a crash in between sends it twice, and the workers pass over the second one.
 */
final class SpillDrain implements Runnable {

    private static final Logger LOG = Logger.getLogger(SpillDrain.class.getName());
    private static final int AT_ONCE = 20;

    private final SpillTable spill;
    private final Map<String, TimedBroker> brokers;
    private final Circuit circuit;
    private final Duration interval;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile long spilled;

    SpillDrain(SpillTable spill, Map<String, TimedBroker> brokers, Circuit circuit, Duration interval) {
        this.spill = spill;
        this.brokers = brokers;
        this.circuit = circuit;
        this.interval = interval;
    }

    /** How many batches waited when it last looked. */
    long spilled() {
        return spilled;
    }

    @Override
    public void run() {
        try {
            while (!stopping.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                runOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopping.countDown();
    }

    /** One look at the table and at the broker; never throws. */
    void runOnce() {
        try {
            List<Batch> waiting = spill.oldest(AT_ONCE);
            while (!waiting.isEmpty() && circuit.mayTry() && stopping.getCount() > 0) {
                waiting.forEach(this::handOver);
                waiting = spill.oldest(AT_ONCE);
            }
            spilled = waiting.isEmpty() ? 0 : spill.count();
        } catch (DeliveryFailed e) {
            circuit.failed();
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "The spill table does not answer", e);
        }
        probe();
    }

    private void handOver(Batch batch) {
        TimedBroker broker = brokers.get(batch.queue());
        if (broker != null) {
            broker.deliver(batch);
            back();
        }
        spill.delete(batch);
    }

    private void probe() {
        if (circuit.isUp() || !circuit.mayTry()) {
            return;
        }
        try {
            brokers.values().forEach(TimedBroker::probe);
            back();
        } catch (DeliveryFailed e) {
            circuit.failed();
        }
    }

    private void back() {
        if (circuit.succeeded()) {
            LOG.info("The message broker is back");
        }
    }
}
