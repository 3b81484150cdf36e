package dev.postern.identity.administration.key;

import dev.postern.data.database.SigningKeyRow;
import dev.postern.data.database.SigningKeyRow.State;
import dev.postern.data.database.SigningKeyRows;
import dev.postern.data.queue.Event.ConfigurationChanged;
import dev.postern.data.queue.Event.SigningKeyChanged;
import dev.postern.data.queue.Events;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.Freshness;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.keys.JwsAlgorithm;
import dev.postern.identity.keys.KeySchedule;
import dev.postern.identity.keys.SigningKeys;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Signing keys, listed and rotated. Never inside a transaction: keys are a matter between nodes. */
@Service
public class KeyAdministration {

    private final SigningKeyRows rows;
    private final SigningKeys keys;
    private final KeySchedule schedule;
    private final CryptoProvider crypto;
    private final Events events;
    private final Freshness freshness;

    @Inject
    public KeyAdministration(
            SigningKeyRows rows,
            SigningKeys keys,
            KeySchedule schedule,
            CryptoProvider crypto,
            Events events,
            Freshness freshness) {
        this.rows = rows;
        this.keys = keys;
        this.schedule = schedule;
        this.crypto = crypto;
        this.events = events;
        this.freshness = freshness;
    }

    public List<SigningKeyRow> list(Administrator by) {
        Guard.mayRead(by, Area.KEYS);
        return rows.all();
    }

    /** When a retired key is believed no more; empty for one that is not retired. */
    public Optional<Instant> removal(SigningKeyRow key) {
        return key.state() == State.RETIRED ? Optional.of(schedule.removal(key)) : Optional.empty();
    }

    /** When each algorithm has its next rotation, if nobody rotates before. */
    public List<PlannedRotation> planned(Administrator by) {
        List<SigningKeyRow> all = list(by);
        return Arrays.stream(JwsAlgorithm.values())
                .map(algorithm -> planned(algorithm.wire(), all))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<PlannedRotation> planned(String algorithm, List<SigningKeyRow> all) {
        Optional<SigningKeyRow> next = in(State.NEXT, algorithm, all);
        return in(State.ACTIVE, algorithm, all)
                .flatMap(active -> next.map(following -> new PlannedRotation(
                        algorithm, active.kid(), following.kid(), schedule.rotation(active, following))));
    }

    private static Optional<SigningKeyRow> in(State state, String algorithm, List<SigningKeyRow> all) {
        return all.stream()
                .filter(row -> row.state() == state && row.algorithm().equals(algorithm))
                .findFirst();
    }

    /** Who computes the signatures at this node. */
    public String provider(Administrator by) {
        Guard.mayRead(by, Area.KEYS);
        return crypto.name();
    }

    /** Lets the next keys of these algorithms sign from now on. @param names of algorithms, none: all of them */
    public List<SigningKeyChanged> rotate(Administrator by, Set<String> names) {
        Guard.mayWrite(by, Area.KEYS);
        freshness.require(by);
        Set<JwsAlgorithm> algorithms = names.isEmpty() ? EnumSet.allOf(JwsAlgorithm.class) : named(names);
        String which = algorithms.stream().map(JwsAlgorithm::wire).collect(Collectors.joining(" "));
        // The request is on record before anything happens: a rotation cannot be taken back.
        events.publish(
                new ConfigurationChanged("signing-keys", which, "rotation asked for", by.name(), by.via(), "", ""));
        return keys.rotateNow(algorithms);
    }

    private static Set<JwsAlgorithm> named(Set<String> names) {
        Set<JwsAlgorithm> algorithms = EnumSet.noneOf(JwsAlgorithm.class);
        names.forEach(name -> algorithms.add(JwsAlgorithm.named(name)
                .orElseThrow(() -> AdministrationRefused.invalid(
                        "algorithms", Rule.NOT_SOME_OF, String.join(", ", JwsAlgorithm.names())))));
        return algorithms;
    }
}
