package dev.postern.identity.administration.overview;

import dev.postern.data.database.AuditCounts;
import dev.postern.data.database.SigningKeyRow;
import dev.postern.data.database.SigningKeyRows;
import dev.postern.data.queue.DeadLetters;
import dev.postern.data.queue.MessageQueue;
import dev.postern.data.queue.QueueState;
import dev.postern.data.reporting.ReportingStore;
import dev.postern.data.session.SessionCache;
import dev.postern.identity.keys.KeySettings;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Measures what is worth watching, and says from when on somebody should look. */
@Service
class Figures {

    /** The name under which the ETL keeps its position. */
    private static final String ETL = "sign-ins";

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LATE_LOAD = Duration.ofMinutes(15);

    /** So many failures are nobody's typing error when they are most of what is tried. */
    private static final long MANY_FAILURES = 20;

    private final MessageQueue queue;
    private final SessionCache cache;
    private final AuditCounts audit;
    private final SigningKeyRows keys;
    private final ReportingStore reporting;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private final Duration keyLifetime;

    @Inject
    Figures(
            MessageQueue queue,
            SessionCache cache,
            AuditCounts audit,
            SigningKeyRows keys,
            ReportingStore reporting,
            DeadLetters deadLetters,
            Clock clock,
            Settings settings) {
        this.queue = queue;
        this.cache = cache;
        this.audit = audit;
        this.keys = keys;
        this.reporting = reporting;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.keyLifetime = settings.get(KeySettings.ACTIVE_FOR);
    }

    List<Figure> now() {
        Instant now = clock.instant();
        QueueState events = queue.state();
        long failed = audit.since(now.minus(HOUR), List.of("login_failed"));
        long succeeded = audit.since(now.minus(HOUR), List.of("login_succeeded"));
        long tokens = audit.since(now.minus(MINUTE), List.of("token_issued", "token_refreshed"));
        return List.of(
                figure(Measure.QUEUE_WAITING, events.waiting(), events.waiting() > events.room() / 2),
                figure(Measure.QUEUE_SPILL, events.journal(), events.journal() > 0),
                figure(Measure.CACHE_HITS, Math.round(100 * cache.nearShare()), false),
                figure(Measure.TOKENS_PER_MINUTE, tokens, false),
                figure(Measure.SIGN_INS, succeeded, false),
                figure(Measure.FAILED_SIGN_INS, failed, failed >= MANY_FAILURES && failed > succeeded),
                oldestKey(now),
                parked(Measure.PARKED_EVENTS, MessageQueue.EVENTS),
                parked(Measure.PARKED_MAILS, MessageQueue.NOTIFICATIONS),
                parked(Measure.PARKED_LOGOUTS, MessageQueue.LOGOUTS),
                lastLoad(now));
    }

    private static Figure figure(Measure measure, long value, boolean isToBeLookedAt) {
        return new Figure(measure, value, isToBeLookedAt ? Condition.WATCH : Condition.GOOD);
    }

    /** They stay until somebody has looked at them and deleted them. */
    private Figure parked(Measure measure, String name) {
        long parked = deadLetters.count(name);
        return figure(measure, parked, parked > 0);
    }

    private Figure oldestKey(Instant now) {
        Duration age = keys.all().stream()
                .filter(key -> key.state() == SigningKeyRow.State.ACTIVE)
                .map(key -> Duration.between(key.activatedAt().orElse(key.createdAt()), now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return figure(Measure.OLDEST_KEY, age.toDays(), age.compareTo(keyLifetime.plusDays(1)) > 0);
    }

    /** A server that has just started has loaded nothing yet, which is no reason to look. */
    private Figure lastLoad(Instant now) {
        Optional<Duration> age = reporting.lastRun(ETL).map(ran -> Duration.between(ran, now));
        boolean late = age.filter(since -> since.compareTo(LATE_LOAD) > 0).isPresent();
        return figure(Measure.REPORTING_AGE, age.map(Duration::toMinutes).orElse(0L), late);
    }
}
