package dev.postern.status;

import dev.postern.data.Sql;
import dev.postern.data.queue.MessageQueue;
import dev.postern.data.queue.QueueState;
import dev.postern.data.session.SessionCache;
import dev.postern.platform.Service;
import dev.postern.platform.request.StopPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Asks the boxes that a request needs.
 *
 * <p>At most once a second, by one thread at a time: whoever comes in between gets the last answer, so that nobody can keep the
 * stores busy through the status page.
 */
@Service
public class HealthChecks {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Health STOPPING = new Health(List.of(Check.of("Stopping", false)));

    private final BooleanSupplier database;
    private final BooleanSupplier cache;
    private final Supplier<QueueState> queue;
    private final Supplier<StopPhase> stopPhase;
    private final Clock clock;
    private final ReentrantLock checking = new ReentrantLock();
    private volatile Health last = new Health(List.of(Check.of("Start", false)));
    private volatile Instant lastAt = Instant.MIN;

    @Inject
    public HealthChecks(Sql sql, SessionCache cache, MessageQueue queue, Clock clock) {
        this(() -> sql.answersWithin(1), cache::isAvailable, queue::state, StopPhase::now, clock);
    }

    HealthChecks(
            BooleanSupplier database,
            BooleanSupplier cache,
            Supplier<QueueState> queue,
            Supplier<StopPhase> stopPhase,
            Clock clock) {
        this.database = database;
        this.cache = cache;
        this.queue = queue;
        this.stopPhase = stopPhase;
        this.clock = clock;
    }

    Health now() {
        if (stopPhase.get() != StopPhase.NONE) {
            return STOPPING;
        }
        boolean fresh = !lastAt.equals(Instant.MIN) && clock.instant().isBefore(lastAt.plus(FRESH));
        if (fresh || !(lastAt.equals(Instant.MIN) ? waitForLock() : checking.tryLock())) {
            return last;
        }
        try {
            last = ask();
            lastAt = clock.instant();
            return last;
        } finally {
            checking.unlock();
        }
    }

    /** The very first caller's answer is worth waiting for. */
    private boolean waitForLock() {
        checking.lock();
        return true;
    }

    private Health ask() {
        boolean databaseUp = database.getAsBoolean();
        return new Health(List.of(
                Check.of("Relational Database", databaseUp),
                Check.of("Session Cache", cache.getAsBoolean()),
                messageQueue(queue.get(), databaseUp)));
    }

    /** Events can be made durable as long as either the journal or the broker takes them. */
    private static Check messageQueue(QueueState queue, boolean databaseUp) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("broker", queue.brokerUp() ? "up" : "down");
        facts.put("journal_batches", queue.journal());
        facts.put("waiting_requests", queue.waiting());
        Check.State state = queue.brokerUp()
                ? queue.journal() == 0 ? Check.State.UP : Check.State.DEGRADED
                : databaseUp ? Check.State.DEGRADED : Check.State.DOWN;
        return new Check("Message Queue", state, facts);
    }
}
