package dev.postern.data.queue;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A broker that answers in time or not at all: a client library may wait for ever for a broker that is away.
 *
 * <p>After a time-out the link and its thread are left alone; the next attempt makes new ones. A message that goes out late after
 * all is a duplicate, which the workers pass over.
 */
final class TimedBroker implements BatchSink {

    private final Supplier<BrokerLink> links;
    private final ExecutorService threads;
    private final Duration timeout;
    private BrokerLink link;

    TimedBroker(Supplier<BrokerLink> links, ExecutorService threads, Duration timeout) {
        this.links = links;
        this.threads = threads;
        this.timeout = timeout;
        this.link = links.get();
    }

    @Override
    public synchronized void deliver(Batch batch) {
        inTime(current -> current.deliver(batch));
    }

    synchronized void probe() {
        inTime(BrokerLink::probe);
    }

    synchronized void close() {
        BrokerLink last = link;
        link = links.get();
        inTime(unused -> last.close());
    }

    private void inTime(Consumer<BrokerLink> action) {
        BrokerLink current = link;
        Future<?> attempt;
        try {
            attempt = threads.submit(() -> action.accept(current));
        } catch (RejectedExecutionException e) {
            throw new DeliveryFailed("the server stops", e);
        }
        try {
            attempt.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DeliveryFailed failed ? failed : new DeliveryFailed("the broker failed", e);
        } catch (TimeoutException e) {
            abandon(attempt, current);
            throw new DeliveryFailed("the broker did not answer within " + timeout, e);
        } catch (InterruptedException e) {
            abandon(attempt, current);
            Thread.currentThread().interrupt();
            throw new DeliveryFailed("interrupted", e);
        }
    }

    private void abandon(Future<?> attempt, BrokerLink hanging) {
        attempt.cancel(true);
        link = links.get();
        try {
            threads.execute(hanging::abandon);
        } catch (RejectedExecutionException e) {
            return; // the server stops: its pool closes the connection
        }
    }
}
