package dev.postern.data.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The Session Cache inside this process. Each region has room of its own, so that a flood of one kind drives out no other. */
class EmbeddedSessionCache implements SessionCache {

    private final Map<Region, Cache<String, Entry>> regions = new EnumMap<>(Region.class);

    EmbeddedSessionCache(int entriesPerRegion, Ticker ticker) {
        for (Region region : Region.values()) {
            regions.put(
                    region,
                    Caffeine.newBuilder()
                            .maximumSize(entriesPerRegion)
                            .expireAfter(new ByEntry())
                            .ticker(ticker)
                            // Maintenance costs the caller microseconds and needs no threads of the server.
                            .executor(Runnable::run)
                            .build());
        }
    }

    /** @param running true: the time to live of the entry that this one takes the place of goes on */
    private record Entry(String value, long timeToLiveNanos, boolean running) {

        static Entry of(String value, Duration timeToLive) {
            return new Entry(value, timeToLive.toNanos(), false);
        }

        Entry plusOne() {
            return new Entry(Long.toString(Long.parseLong(value) + 1), timeToLiveNanos, true);
        }
    }

    private static final class ByEntry implements Expiry<String, Entry> {

        @Override
        public long expireAfterCreate(String key, Entry entry, long now) {
            return entry.timeToLiveNanos;
        }

        @Override
        public long expireAfterUpdate(String key, Entry entry, long now, long remaining) {
            return entry.running ? remaining : entry.timeToLiveNanos;
        }

        @Override
        public long expireAfterRead(String key, Entry entry, long now, long remaining) {
            return remaining;
        }
    }

    private Map<String, Entry> in(Region region) {
        return Objects.requireNonNull(regions.get(region)).asMap();
    }

    @Override
    public void put(Region region, String key, String value, Duration timeToLive) {
        in(region).put(key, Entry.of(value, timeToLive));
    }

    @Override
    public boolean putIfAbsent(Region region, String key, String value, Duration timeToLive) {
        return in(region).putIfAbsent(key, Entry.of(value, timeToLive)) == null;
    }

    @Override
    public Optional<String> get(Region region, String key) {
        return Optional.ofNullable(in(region).get(key)).map(Entry::value);
    }

    @Override
    public Map<String, String> getAll(Region region, Set<String> keys) {
        Map<String, String> found = new HashMap<>();
        keys.forEach(key -> get(region, key).ifPresent(value -> found.put(key, value)));
        return found;
    }

    @Override
    public Optional<String> take(Region region, String key) {
        return Optional.ofNullable(in(region).remove(key)).map(Entry::value);
    }

    @Override
    public boolean replace(Region region, String key, String expected, String value, Duration timeToLive) {
        Entry after = Entry.of(value, timeToLive);
        Entry before = in(region).get(key);
        while (before != null && before.value.equals(expected)) {
            if (in(region).replace(key, before, after)) {
                return true;
            }
            before = in(region).get(key);
        }
        return false;
    }

    @Override
    public void remove(Region region, String key) {
        in(region).remove(key);
    }

    @Override
    public long increment(Region region, String key, Duration timeToLive) {
        Entry counted = in(region)
                .compute(key, (same, before) -> before == null ? Entry.of("1", timeToLive) : before.plusOne());
        return Long.parseLong(counted.value);
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
