package dev.postern.data.queue;

import dev.postern.data.Leases;
import dev.postern.data.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries batches from the journal to the broker: those of this node out of memory, a moment after they were written and many in one
 * message; those that nobody sends, oldest first, out of the table. Finds out that a broker that was away is back.
 *
 * <p>Each node sends its own; what a node that has died left in the table is sent by one node at a time, by lease.
 *
 * <p>A batch is deleted after the broker has it: a crash in between sends it twice, and the workers pass over the second one.
 */
final class Relay implements Runnable {

    private static final Logger LOG = Logger.getLogger(Relay.class.getName());
    private static final int MOST_REMEMBERED = 1_000;
    private static final int ORPHANS_AT_ONCE = 20;
    private static final String LEASE = "journal";

    /** Longer than a broker may take for what is sent at once. */
    private static final Duration LEASE_FOR = Duration.ofSeconds(15);

    private final Journal journal;
    private final Map<String, TimedBroker> brokers;
    private final Circuit circuit;
    private final Leases leases;
    private final int messageRecords;
    private final Duration interval;
    private final Duration drainInterval;
    private final BlockingQueue<Batch> fresh = new ArrayBlockingQueue<>(MOST_REMEMBERED);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private long drainAt = System.nanoTime();
    private volatile long waiting;

    /** @param interval how long batches gather before they are sent @param drainInterval how often the table is looked at */
    Relay(
            Journal journal,
            Map<String, TimedBroker> brokers,
            Circuit circuit,
            Leases leases,
            int messageRecords,
            Duration interval,
            Duration drainInterval) {
        this.journal = journal;
        this.brokers = brokers;
        this.circuit = circuit;
        this.leases = leases;
        this.messageRecords = messageRecords;
        this.interval = interval;
        this.drainInterval = drainInterval;
    }

    /** To be sent soon. What there is no room for is found in the table later. */
    void remember(Batch written) {
        if (circuit.isUp()) {
            fresh.offer(written);
        }
    }

    /** How many batches waited in the table when it last looked, those apart that are on their way. */
    long waiting() {
        return waiting;
    }

    @Override
    public void run() {
        try {
            while (stopping.getCount() > 0) {
                Batch first = fresh.poll(Math.max(0, drainAt - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (first != null) {
                    boolean last = stopping.await(interval.toNanos(), TimeUnit.NANOSECONDS);
                    send(gathered(first), last);
                }
                if (drainAt - System.nanoTime() <= 0) {
                    drain();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        send(gathered(null), true);
    }

    /** Sends what is in memory and ends. */
    void stop() {
        stopping.countDown();
    }

    private List<Batch> gathered(@Nullable Batch first) {
        List<Batch> gathered = new ArrayList<>();
        if (first != null) {
            gathered.add(first);
        }
        fresh.drainTo(gathered);
        return gathered;
    }

    private void send(List<Batch> batches, boolean last) {
        try {
            handOver(batches);
        } catch (DeliveryFailed e) {
            fresh.clear(); // they are in the table
            if (!last) {
                away(e);
            }
        } catch (StoreUnavailable e) {
            LOG.log(Level.FINE, "What was sent stays in the journal and will be sent again", e);
        }
    }

    /** One look at the table and at the broker; never throws. */
    private void drain() {
        drainAt = System.nanoTime() + drainInterval.toNanos();
        try {
            List<Batch> orphans = journal.orphans(ORPHANS_AT_ONCE);
            while (!orphans.isEmpty() && maySend()) {
                handOver(orphans);
                orphans = journal.orphans(ORPHANS_AT_ONCE);
            }
            waiting = orphans.isEmpty() ? 0 : journal.count();
        } catch (DeliveryFailed e) {
            away(e);
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "The journal does not answer", e);
        }
        probe();
    }

    private boolean maySend() {
        return circuit.mayTry() && stopping.getCount() > 0 && leases.acquire(LEASE, LEASE_FOR);
    }

    private void handOver(List<Batch> batches) {
        Map<String, List<Batch>> byQueue = new LinkedHashMap<>();
        batches.forEach(batch -> byQueue.computeIfAbsent(batch.queue(), queue -> new ArrayList<>())
                .add(batch));
        byQueue.forEach((queue, own) -> Batch.joined(own, messageRecords).forEach((message, parts) -> {
            TimedBroker broker = brokers.get(queue);
            if (broker != null) {
                broker.deliver(message);
                back();
            }
            journal.delete(parts);
        }));
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

    private void away(DeliveryFailed failure) {
        if (circuit.failed()) {
            LOG.log(
                    Level.WARNING,
                    "The message broker is away; events wait in the journal until it is back: {0}",
                    String.valueOf(failure.getCause()));
        }
    }

    private void back() {
        if (circuit.succeeded()) {
            LOG.info("The message broker is back");
        }
    }
}
