package dev.postern.data.session;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Session Cache (B10): text values under text keys, each with a time to live.
 *
 * <p>Every operation is atomic and takes one round trip at most; a change may take another to tell the other nodes. Every operation throws {@link dev.postern.data.StoreUnavailable} when the
 * cache does not answer in time. Keys are never secrets themselves: callers pass hashes. Values may be evicted early by
 * memory pressure or a restart, so nothing that must not be lost lives here alone.
 */
public interface SessionCache {

    void put(Region region, String key, String value, Duration timeToLive);

    /** True if the key was free and now holds the value; false if it was taken, and then nothing changed. */
    boolean putIfAbsent(Region region, String key, String value, Duration timeToLive);

    Optional<String> get(Region region, String key);

    /** Those of the keys that are there, with their values. */
    Map<String, String> getAll(Region region, Set<String> keys);

    /** Reads and removes: of several callers at once exactly one gets the value. */
    Optional<String> take(Region region, String key);

    /** Replaces the value only if it still is the expected one. */
    boolean replace(Region region, String key, String expected, String value, Duration timeToLive);

    void remove(Region region, String key);

    /** Adds one to a counter and returns it; the time to live runs from the first increment. */
    long increment(Region region, String key, Duration timeToLive);

    /** The counter's value, 0 if there is none. */
    long count(Region region, String key);

    /** Which share of the reads that may be answered from this process was, since it started: 1 where the whole cache is in it. */
    default double nearShare() {
        return 1;
    }

    /** Whether the cache answers now; never throws. */
    boolean isAvailable();
}
