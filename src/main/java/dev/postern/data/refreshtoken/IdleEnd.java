package dev.postern.data.refreshtoken;

import java.time.Duration;
import java.time.Instant;

/**
 * When a family ends unless it is used before.
 *
 * @param at the instant itself
 * @param purgeAfter the same, rounded up to a sixteenth of the idle lifetime or a day: it has an index, and as most rotations do not move it,
 *     PostgreSQL need not touch an index for them
 */
record IdleEnd(Instant at, Instant purgeAfter) {

    private static final long PARTS = 16;

    static IdleEnd of(Instant now, Duration idleLifetime, Instant absoluteEnd) {
        Instant at = earlier(now.plus(idleLifetime), absoluteEnd);
        long step = Math.max(1, Math.min(Duration.ofDays(1).toMillis(), idleLifetime.toMillis() / PARTS));
        return new IdleEnd(at, Instant.ofEpochMilli((Math.floorDiv(at.toEpochMilli(), step) + 1) * step));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
