package dev.postern.data.session;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.postern.data.NodeSignals;
import dev.postern.data.SignalledCopies;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Spares round trips to a shared cache: keeps copies of the entries that are read soon after they were written or read, for seconds.
 *
 * <p>An entry that is changed or removed goes from every node's copies by a signal. Only regions whose keys are written once, or
 * whose changes are harmless for a moment, are kept; what must happen once ({@link #take}, {@link #putIfAbsent}) is never
 * answered from a copy.
 */
class NearSessionCache implements SessionCache, AutoCloseable {

    /** In REFUSED_CODES absence is what is nearly always read, so it is kept too. */
    private static final Set<Region> KEPT = Set.of(Region.SSO_SESSION, Region.CODE, Region.REFUSED_CODES);

    private static final Duration LIFETIME = Duration.ofSeconds(5);

    private final SessionCache shared;
    private final NodeSignals signals;
    private final LongAdder near = new LongAdder();
    private final LongAdder far = new LongAdder();
    private final Map<Region, SignalledCopies<Optional<String>>> copies = new EnumMap<>(Region.class);

    NearSessionCache(SessionCache shared, NodeSignals signals, int mostPerRegion) {
        this.shared = shared;
        this.signals = signals;
        for (Region region : KEPT) {
            copies.put(
                    region,
                    new SignalledCopies<>(signals, topic(region), mostPerRegion, LIFETIME, Ticker.systemTicker()));
        }
    }

    private static String topic(Region region) {
        return "cache-" + region.prefix();
    }

    @Override
    public Optional<String> get(Region region, String key) {
        SignalledCopies<Optional<String>> known = copies.get(region);
        if (known == null) {
            return shared.get(region, key);
        }
        Optional<Optional<String>> copy = known.get(key);
        (copy.isPresent() ? near : far).increment();
        return copy.orElseGet(() -> read(known, region, key));
    }

    private Optional<String> read(SignalledCopies<Optional<String>> near, Region region, String key) {
        long mark = near.mark();
        Optional<String> value = shared.get(region, key);
        if (value.isPresent() || region == Region.REFUSED_CODES) {
            near.keep(key, value, mark);
        }
        return value;
    }

    @Override
    public Map<String, String> getAll(Region region, Set<String> keys) {
        SignalledCopies<Optional<String>> near = copies.get(region);
        if (near == null) {
            return shared.getAll(region, keys);
        }
        Map<String, String> found = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (String key : keys) {
            near.get(key)
                    .ifPresentOrElse(known -> known.ifPresent(value -> found.put(key, value)), () -> unknown.add(key));
        }
        if (!unknown.isEmpty()) {
            found.putAll(readAll(near, region, unknown));
        }
        return found;
    }

    private Map<String, String> readAll(SignalledCopies<Optional<String>> near, Region region, Set<String> keys) {
        long mark = near.mark();
        Map<String, String> values = shared.getAll(region, keys);
        for (String key : keys) {
            Optional<String> value = Optional.ofNullable(values.get(key));
            if (value.isPresent() || region == Region.REFUSED_CODES) {
                near.keep(key, value, mark);
            }
        }
        return values;
    }

    @Override
    public void put(Region region, String key, String value, Duration timeToLive) {
        SignalledCopies<Optional<String>> near = copies.get(region);
        if (near == null) {
            shared.put(region, key, value, timeToLive);
            return;
        }
        long mark = near.mark();
        shared.put(region, key, value, timeToLive);
        if (region == Region.REFUSED_CODES) {
            changed(region, key);
        } else if (timeToLive.compareTo(LIFETIME) > 0) {
            near.keep(key, Optional.of(value), mark);
        }
    }

    private void changed(Region region, String key) {
        if (copies.containsKey(region)) {
            signals.send(topic(region), key);
        }
    }

    @Override
    public boolean putIfAbsent(Region region, String key, String value, Duration timeToLive) {
        boolean done = shared.putIfAbsent(region, key, value, timeToLive);
        changed(region, key);
        return done;
    }

    @Override
    public Optional<String> take(Region region, String key) {
        Optional<String> taken = shared.take(region, key);
        changed(region, key);
        return taken;
    }

    @Override
    public boolean replace(Region region, String key, String expected, String value, Duration timeToLive) {
        boolean done = shared.replace(region, key, expected, value, timeToLive);
        changed(region, key);
        return done;
    }

    @Override
    public void remove(Region region, String key) {
        shared.remove(region, key);
        changed(region, key);
    }

    @Override
    public long increment(Region region, String key, Duration timeToLive) {
        return shared.increment(region, key, timeToLive);
    }

    @Override
    public long count(Region region, String key) {
        return shared.count(region, key);
    }

    @Override
    public double nearShare() {
        long answered = near.sum();
        long all = answered + far.sum();
        return all == 0 ? 1 : (double) answered / all;
    }

    @Override
    public boolean isAvailable() {
        return shared.isAvailable();
    }

    @Override
    public void close() throws Exception {
        if (shared instanceof AutoCloseable connected) {
            connected.close();
        }
    }
}
