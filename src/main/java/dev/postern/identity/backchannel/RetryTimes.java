package dev.postern.identity.backchannel;

import dev.postern.data.queue.LogoutNotice;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an application that could not be told is tried again: after 5, 10, 20 … seconds, say, at most 10 minutes, until it is given up. */
@Service
class RetryTimes {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;

    private final Clock clock;
    private final Duration firstPause;
    private final Duration giveUpAfter;

    @Inject
    RetryTimes(Clock clock, Settings settings) {
        this.clock = clock;
        this.firstPause = settings.get(BackChannelSettings.FIRST_RETRY);
        this.giveUpAfter = settings.get(BackChannelSettings.GIVE_UP_AFTER);
    }

    /** Empty if it is to be given up. @param notice with the attempts that were made */
    Optional<Instant> next(LogoutNotice notice) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(notice.attempts() - 1, MOST_DOUBLINGS));
        Instant due = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        return due.isAfter(notice.occurredAt().plus(giveUpAfter)) ? Optional.empty() : Optional.of(due);
    }
}
