package dev.postern.data.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whether the broker is worth an attempt. After a failure it rests, twice as long each time, so that batches don't queue up for time-outs. */
final class Circuit {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final Clock clock;
    private final Duration longestPause;
    private Duration pause = FIRST_PAUSE;
    private Instant openUntil = Instant.MIN;
    private boolean up = true;

    Circuit(Clock clock, Duration longestPause) {
        this.clock = clock;
        this.longestPause = longestPause;
    }

    /** Whether the last attempt went well. Requests use the broker only then. */
    synchronized boolean isUp() {
        return up;
    }

    /** Whether the broker may be tried now: it is up, or has rested. Only the drain job tries a broker that was away. */
    synchronized boolean mayTry() {
        return up || !clock.instant().isBefore(openUntil);
    }

    /** @return whether it was away until now */
    synchronized boolean succeeded() {
        boolean wasAway = !up;
        up = true;
        pause = FIRST_PAUSE;
        return wasAway;
    }

    /** @return whether it was up until now */
    synchronized boolean failed() {
        boolean wasUp = up;
        up = false;
        openUntil = clock.instant().plus(pause);
        pause = pause.multipliedBy(2).compareTo(longestPause) > 0 ? longestPause : pause.multipliedBy(2);
        return wasUp;
    }
}
