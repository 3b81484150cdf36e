package dev.postern.identity.clientkeys;

import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The keys that a client publishes at one address (RFC 7517 section 5), as we know them.
 *
 * <p>They are fetched when they are first needed, when they are old, and when none of them made a signature: then the client may have
 * new ones. Whoever comes while they are being fetched waits for the same fetch, and one minute sees only so many.
 */
final class RemoteKeySet {

    /** Keys that cannot be renewed stay in use for so long: the client's server may be away for a while. */
    static final Duration LONGEST_STALE = Duration.ofHours(1);

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** What a fetch brought. */
    record Fetch(List<JWK> keys, Duration lifetime) {}

    private record Known(List<JWK> keys, Instant freshUntil) {}

    private final Supplier<Optional<Fetch>> source;
    private final Clock clock;
    private final int mostFetches;
    private final Deque<Instant> fetches = new ArrayDeque<>();
    private volatile Known known = new Known(List.of(), Instant.MIN);

    /** @param source empty if it could not be fetched */
    RemoteKeySet(Supplier<Optional<Fetch>> source, Clock clock, int mostFetches) {
        this.source = source;
        this.clock = clock;
        this.mostFetches = mostFetches;
    }

    /** The keys as they are known, fetched if they are old. */
    List<JWK> keys() {
        Known now = known;
        return isFresh(now) ? now.keys() : renewed(now);
    }

    /** The keys after a new look, or the same where it is too early for one. @param tried what did not do */
    List<JWK> after(List<JWK> tried) {
        Known now = known;
        return now.keys().equals(tried) ? renewed(now) : now.keys();
    }

    private boolean isFresh(Known set) {
        return clock.instant().isBefore(set.freshUntil());
    }

    private synchronized List<JWK> renewed(Known seen) {
        if (!known.equals(seen)) {
            return known.keys(); // somebody else has just fetched them
        }
        Instant now = clock.instant();
        if (mayFetch(now)) {
            known = source.get()
                    .map(fetch -> new Known(fetch.keys(), now.plus(fetch.lifetime())))
                    .orElse(seen);
        }
        boolean tooOld = !known.freshUntil().equals(Instant.MIN)
                && now.isAfter(known.freshUntil().plus(LONGEST_STALE));
        return tooOld ? List.of() : known.keys();
    }

    private boolean mayFetch(Instant now) {
        fetches.removeIf(past -> past.isBefore(now.minus(WINDOW)));
        return fetches.size() < mostFetches && fetches.add(now);
    }
}
