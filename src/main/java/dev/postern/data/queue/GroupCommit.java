package dev.postern.data.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Many requests, one durable write: requests hand in their documents and wait; one thread puts everything that waits into one
 * batch, delivers it, and lets them go.
 *
 * <p>While one batch is on its way to the disk the next one gathers by itself. A disk that is so fast that hardly anything would gather is
 * given a pause between two writes; after an idle moment nobody waits.
 */
final class GroupCommit implements Runnable {

    /** So that a stop is seen soon. */
    private static final long LONGEST_PARK_NANOS = 50_000_000;

    private final String queue;
    private final BatchSink sink;
    private final Supplier<String> batchIds;
    private final int batchRecords;
    private final BlockingQueue<Waiting> intake;
    private final long pauseNanos;
    private long nextAt = System.nanoTime();
    private volatile boolean stopping;

    /** @param pause least time between the beginnings of two writes */
    GroupCommit(
            String queue, BatchSink sink, Supplier<String> batchIds, int batchRecords, int maxWaiting, Duration pause) {
        this.queue = queue;
        this.sink = sink;
        this.batchIds = batchIds;
        this.batchRecords = batchRecords;
        this.intake = new ArrayBlockingQueue<>(maxWaiting);
        this.pauseNanos = pause.toNanos();
    }

    /** Returns when all documents are durable. @throws EventsNotDurable if they are not in time */
    void publish(List<String> documents, Duration timeout) {
        Waiting waiting = new Waiting(documents);
        if (stopping || !intake.offer(waiting)) {
            throw new EventsNotDurable(new IllegalStateException(stopping ? "stopping" : "too many are waiting"));
        }
        try {
            waiting.done.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new EventsNotDurable(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            waiting.taken.set(true); // if nobody took it yet, nobody shall
            throw new EventsNotDurable(e);
        } catch (InterruptedException e) {
            waiting.taken.set(true);
            Thread.currentThread().interrupt();
            throw new EventsNotDurable(e);
        }
    }

    /** How many requests wait. */
    int depth() {
        return intake.size();
    }

    @Override
    public void run() {
        while (!stopping || !intake.isEmpty()) {
            try {
                Waiting first = intake.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    pause();
                    flush(gather(first));
                }
            } catch (InterruptedException e) {
                stopping = true; // the server stops; what is in the intake is flushed still
            }
        }
    }

    /** Takes no more, and lets the thread end when the intake is empty. */
    void stop() {
        stopping = true;
    }

    private void pause() {
        long now = System.nanoTime();
        while (!stopping && nextAt - now > 0) {
            LockSupport.parkNanos(Math.min(nextAt - now, LONGEST_PARK_NANOS));
            now = System.nanoTime();
        }
        nextAt = now + pauseNanos;
    }

    private List<Waiting> gather(Waiting first) {
        List<Waiting> group = new ArrayList<>();
        int records = 0;
        for (Waiting next = first; next != null; next = records < batchRecords ? intake.poll() : null) {
            if (next.taken.compareAndSet(false, true)) {
                group.add(next);
                records += next.documents.size();
            }
        }
        return group;
    }

    private void flush(List<Waiting> group) {
        if (group.isEmpty()) {
            return;
        }
        List<String> documents = new ArrayList<>();
        group.forEach(waiting -> documents.addAll(waiting.documents));
        @Nullable RuntimeException failure = null;
        try {
            sink.deliver(Batch.of(batchIds.get(), queue, documents));
        } catch (RuntimeException e) {
            failure = e;
        }
        for (Waiting waiting : group) {
            if (failure == null) {
                waiting.done.complete(null);
            } else {
                waiting.done.completeExceptionally(failure);
            }
        }
    }

    private static final class Waiting {
        private final List<String> documents;
        private final AtomicBoolean taken = new AtomicBoolean();
        private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

        Waiting(List<String> documents) {
            this.documents = documents;
        }
    }
}
