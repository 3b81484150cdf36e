package dev.postern.launcher;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Whether the database has fallen silent: nothing came from it on any connection for a while, although somebody waits. A long wait on
 * one connection while others are answered is something else, such as a row that many write.
 */
final class Silence {

    /** Shorter than the two seconds in which a caller gets an answer, whatever happens. */
    static final Duration PATIENCE = Duration.ofMillis(1_300);

    /** For so long after it was noticed nobody waits again. */
    static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private final AtomicLong lastAnswer;
    private final AtomicLong knownUntil;

    Silence(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastAnswer = new AtomicLong(nanoTime.getAsLong());
        this.knownUntil = new AtomicLong(nanoTime.getAsLong());
    }

    long now() {
        return nanoTime.getAsLong();
    }

    /** Something came from the database, if only that it hung up. */
    void ended() {
        long now = now();
        lastAnswer.set(now);
        knownUntil.set(now);
    }

    /** Somebody has waited in vain. */
    void noticed() {
        knownUntil.set(now() + KNOWN_FOR.toNanos());
    }

    /** Whether it was noticed a moment ago and nothing came since. */
    boolean isKnown() {
        return now() - knownUntil.get() < 0;
    }

    /** Whether it is of no use to go on waiting. @param since the {@link #now} at which the wait began */
    boolean endsWaitSince(long since) {
        if (isKnown()) {
            return true;
        }
        long now = now();
        if (Math.min(now - since, now - lastAnswer.get()) < PATIENCE.toNanos()) {
            return false;
        }
        noticed();
        return true;
    }
}
