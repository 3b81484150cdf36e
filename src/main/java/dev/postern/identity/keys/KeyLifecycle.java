package dev.postern.identity.keys;

import dev.postern.data.Leases;
import dev.postern.data.database.SigningKeyRow;
import dev.postern.data.database.SigningKeyRow.State;
import dev.postern.data.database.SigningKeyRows;
import dev.postern.data.queue.Event.SigningKeyChanged;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves signing keys through their life: next (published), active (signing), retired (still believed), gone.
 *
 * <p>One node at a time does it, by lease; each call is one transaction of its own.
 */
@Service
class KeyLifecycle {

    private static final String LEASE = "signing-keys";
    private static final Duration LEASE_FOR = Duration.ofSeconds(45);

    private final SigningKeyRows rows;
    private final Leases leases;
    private final KeyMaker maker;
    private final KeySchedule schedule;
    private final Clock clock;

    @Inject
    KeyLifecycle(SigningKeyRows rows, Leases leases, KeyMaker maker, KeySchedule schedule, Clock clock) {
        this.rows = rows;
        this.leases = leases;
        this.maker = maker;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Every key there is, opened unless it is known already: what a key has ready for its next signature is worth keeping. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<SigningKey> load(KeyRing known) {
        return rows.all().stream()
                .map(row ->
                        known.named(row.kid()).map(key -> key.in(row.state())).orElseGet(() -> maker.open(row)))
                .toList();
    }

    /**
     * Does what is due: makes missing keys, activates next ones, retires old ones and removes those whose time is over.
     *
     * @param now of these algorithms the next keys are activated although their time has not come, and although another node holds
     *     the lease, which that may for ever: of two that move a key one does
     * @return what changed; nothing if another node is at it
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<SigningKeyChanged> advance(Set<JwsAlgorithm> now) {
        List<SigningKeyChanged> changes = new ArrayList<>();
        if (!now.isEmpty() || leases.acquire(LEASE, LEASE_FOR)) {
            List<SigningKeyRow> all = rows.all();
            for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
                advance(algorithm, all, now.contains(algorithm), changes);
            }
            removeOutlived(all, changes);
        }
        return changes;
    }

    private void advance(
            JwsAlgorithm algorithm, List<SigningKeyRow> all, boolean now, List<SigningKeyChanged> changes) {
        Optional<SigningKeyRow> active = in(State.ACTIVE, algorithm, all);
        Optional<SigningKeyRow> next = in(State.NEXT, algorithm, all);
        if (active.isEmpty() && next.isEmpty()) {
            add(algorithm, State.ACTIVE, changes);
        } else if (next.isPresent() && (active.isEmpty() || now || isDue(active.get(), next.get()))) {
            active.ifPresent(old -> move(old, State.RETIRED, "retired", changes));
            move(next.get(), State.ACTIVE, "activated", changes);
            next = Optional.empty();
        }
        if (next.isEmpty()) {
            add(algorithm, State.NEXT, changes);
        }
    }

    private static Optional<SigningKeyRow> in(State state, JwsAlgorithm algorithm, List<SigningKeyRow> all) {
        return all.stream()
                .filter(row -> row.state() == state && row.algorithm().equals(algorithm.wire()))
                .min(Comparator.comparing(SigningKeyRow::createdAt));
    }

    private boolean isDue(SigningKeyRow active, SigningKeyRow next) {
        return hasCome(schedule.rotation(active, next));
    }

    private void removeOutlived(List<SigningKeyRow> all, List<SigningKeyChanged> changes) {
        for (SigningKeyRow row : all) {
            if (row.state() == State.RETIRED && hasCome(schedule.removal(row))) {
                rows.delete(row.kid());
                changes.add(new SigningKeyChanged(row.kid(), row.algorithm(), "removed"));
            }
        }
    }

    private boolean hasCome(Instant time) {
        return !clock.instant().isBefore(time);
    }

    private void add(JwsAlgorithm algorithm, State state, List<SigningKeyChanged> changes) {
        SigningKeyRow row = maker.make(algorithm, state, clock.instant());
        if (rows.add(row)) {
            changes.add(new SigningKeyChanged(row.kid(), row.algorithm(), "made"));
        }
    }

    private void move(SigningKeyRow row, State to, String change, List<SigningKeyChanged> changes) {
        if (rows.move(row.kid(), row.state(), to, clock.instant())) {
            changes.add(new SigningKeyChanged(row.kid(), row.algorithm(), change));
        }
    }
}
