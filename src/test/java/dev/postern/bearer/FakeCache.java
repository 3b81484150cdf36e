package dev.postern.bearer;

import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A cache in a map, with the clock of the test. */
public final class FakeCache implements SessionCache {

    private record Entry(String value, Instant until) {}

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Clock clock;

    public FakeCache(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void put(Region region, String key, String value, Duration timeToLive) {
        entries.put(region.prefix() + key, new Entry(value, clock.instant().plus(timeToLive)));
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
    public Optional<String> get(Region region, String key) {
        return Optional.ofNullable(entries.get(region.prefix() + key))
                .filter(entry -> clock.instant().isBefore(entry.until()))
                .map(Entry::value);
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
    public void remove(Region region, String key) {
        entries.remove(region.prefix() + key);
    }

    @Override
    public synchronized long increment(Region region, String key, Duration timeToLive) {
        long count = count(region, key) + 1;
        put(region, key, Long.toString(count), timeToLive);
        return count;
    }

    @Override
    public long count(Region region, String key) {
        return get(region, key).map(Long::parseLong).orElse(0L);
    }

    @Override
    public boolean isAvailable() {
        return true;
    }
}
