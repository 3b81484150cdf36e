package dev.postern.testing.fakes;

import dev.postern.data.StoreUnavailable;
import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Session Cache as a map under one lock. */
public final class FakeCache implements SessionCache {

    private record Entry(String value, Instant end) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final Clock clock;
    private boolean away;

    public FakeCache(Clock clock) {
        this.clock = clock;
    }

    /** While it is, every operation fails. */
    public synchronized void away(boolean now) {
        away = now;
    }

    private Map<String, Entry> entries() {
        if (away) {
            throw new StoreUnavailable("Session Cache", new IOException("away"));
        }
        return entries;
    }

    /** What a restart of the cache does. */
    public synchronized void loseEverything() {
        entries.clear();
    }

    @Override
    public synchronized void put(Region region, String key, String value, Duration timeToLive) {
        entries().put(region + key, new Entry(value, clock.instant().plus(timeToLive)));
    }

    @Override
    public synchronized boolean putIfAbsent(Region region, String key, String value, Duration timeToLive) {
        if (get(region, key).isPresent()) {
            return false;
        }
        put(region, key, value, timeToLive);
        return true;
    }

    @Override
    public synchronized Optional<String> get(Region region, String key) {
        return Optional.ofNullable(entries().get(region + key))
                .filter(entry -> clock.instant().isBefore(entry.end()))
                .map(Entry::value);
    }

    @Override
    public synchronized Map<String, String> getAll(Region region, Set<String> keys) {
        Map<String, String> found = new HashMap<>();
        keys.forEach(key -> get(region, key).ifPresent(value -> found.put(key, value)));
        return found;
    }

    @Override
    public synchronized Optional<String> take(Region region, String key) {
        Optional<String> value = get(region, key);
        remove(region, key);
        return value;
    }

    @Override
    public synchronized boolean replace(Region region, String key, String expected, String value, Duration timeToLive) {
        if (!get(region, key).equals(Optional.of(expected))) {
            return false;
        }
        put(region, key, value, timeToLive);
        return true;
    }

    @Override
    public synchronized void remove(Region region, String key) {
        entries().remove(region + key);
    }

    @Override
    public synchronized long increment(Region region, String key, Duration timeToLive) {
        long count = count(region, key) + 1;
        Instant end = count == 1
                ? clock.instant().plus(timeToLive)
                : entries().get(region + key).end();
        entries().put(region + key, new Entry(Long.toString(count), end));
        return count;
    }

    @Override
    public synchronized long count(Region region, String key) {
        return get(region, key).map(Long::parseLong).orElse(0L);
    }

    @Override
    public synchronized boolean isAvailable() {
        return !away;
    }
}
