package dev.postern.platform.outgoing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A bounded number of permits with a bounded queue; who waits holds no thread.
 *
 * <p>Who finds the queue full, or has waited too long, fails with {@link Overloaded}. Permits go out in the order of arrival.
 */
public final class Permits {

    private final int mostWaiting;
    private final Duration longestWait;
    private final Queue<CompletableFuture<Permit>> waiting = new ArrayDeque<>();
    private int free;

    public Permits(int count, int mostWaiting, Duration longestWait) {
        this.free = count;
        this.mostWaiting = mostWaiting;
        this.longestWait = longestWait;
    }

    /** A permit to be released once. */
    public final class Permit {
        private final AtomicBoolean released = new AtomicBoolean();

        /** Gives the permit back; a second call does nothing. */
        public void release() {
            if (released.compareAndSet(false, true)) {
                handOn();
            }
        }
    }

    /** A permit, now or as soon as one is free; fails with {@link Overloaded}. */
    public CompletableFuture<Permit> take() {
        CompletableFuture<Permit> ticket = new CompletableFuture<>();
        synchronized (waiting) {
            if (free > 0) {
                free--;
                return CompletableFuture.completedFuture(new Permit());
            }
            waiting.removeIf(CompletableFuture::isDone);
            if (waiting.size() >= mostWaiting) {
                return CompletableFuture.failedFuture(new Overloaded());
            }
            waiting.add(ticket);
        }
        return ticket.orTimeout(longestWait.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException ? new Overloaded() : failure));
    }

    private void handOn() {
        Permit permit = new Permit();
        CompletableFuture<Permit> next;
        do {
            synchronized (waiting) {
                next = waiting.poll();
                if (next == null) {
                    free++;
                    return;
                }
            }
        } while (!next.complete(permit));
    }

    /** Too many calls are under way: try again in a moment. */
    public static final class Overloaded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overloaded() {
            super("too many calls are under way", null, false, false);
        }
    }
}
