package dev.postern.platform.pressure;

import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How many requests are in progress, and how many may be.
 *
 * <p>The limit follows how long requests take, as TCP's window follows loss (RFC 5681): every half second in which more than half of them
 * were slow it falls by a fifth, else it rises by a sixteenth of the highest. A minority that waits for something slow does not move it.
 * Safe for many threads, and cheap: a few atomic additions a request.
 */
@Service
class LoadLimit {

    private static final long WINDOW_NANOS = Duration.ofMillis(500).toNanos();

    /** Fewer requests than this say nothing: the window goes on. */
    private static final int TELLING = 20;

    private final int least;
    private final int most;
    private final long slowNanos;
    private final LongSupplier nanoTime;

    private final AtomicInteger inProgress = new AtomicInteger();
    private final AtomicInteger slow = new AtomicInteger();
    private final AtomicInteger quick = new AtomicInteger();
    private final AtomicLong windowEnd;
    private volatile int limit;

    @Inject
    LoadLimit(Settings settings) {
        this(
                settings.get(PressureSettings.LEAST),
                settings.get(PressureSettings.MOST),
                settings.get(PressureSettings.SLOW),
                System::nanoTime);
    }

    LoadLimit(int least, int most, Duration slow, LongSupplier nanoTime) {
        if (least < 1 || most < least) {
            throw new IllegalStateException(PressureSettings.LEAST.key() + " must be at least 1, and not more than "
                    + PressureSettings.MOST.key());
        }
        this.least = least;
        this.most = most;
        this.slowNanos = slow.toNanos();
        this.nanoTime = nanoTime;
        this.windowEnd = new AtomicLong(nanoTime.getAsLong() + WINDOW_NANOS);
        this.limit = most;
    }

    int limit() {
        return limit;
    }

    int inProgress() {
        return inProgress.get();
    }

    long now() {
        return nanoTime.getAsLong();
    }

    /** Whether one more request of this kind may be worked on; then it is one of those in progress. */
    boolean admits(Priority priority) {
        int share = priority.share(limit);
        int before = inProgress.get();
        while (before < share) {
            int found = inProgress.compareAndExchange(before, before + 1);
            if (found == before) {
                return true;
            }
            before = found;
        }
        return false;
    }

    /** One that was admitted before goes on: it is not asked again. */
    void goesOn() {
        inProgress.incrementAndGet();
    }

    /** One is over, or does nothing but wait. */
    void rests() {
        inProgress.decrementAndGet();
    }

    /** How long a request that is over was worked on. */
    void took(long nanos) {
        (nanos > slowNanos ? slow : quick).incrementAndGet();
        long end = windowEnd.get();
        long now = now();
        boolean told = now - end >= 0 && slow.get() + quick.get() >= TELLING;
        if (told && windowEnd.compareAndSet(end, now + WINDOW_NANOS)) {
            boolean mostWereSlow = slow.getAndSet(0) > quick.getAndSet(0);
            limit = mostWereSlow
                    ? Math.max(least, limit - Math.max(1, limit / 5))
                    : Math.min(most, limit + Math.max(1, most / 16));
        }
    }
}
