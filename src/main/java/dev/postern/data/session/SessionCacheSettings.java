package dev.postern.data.session;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of the Session Cache (B10). */
public final class SessionCacheSettings {

    public static final Setting<String> REDIS_URL = Setting.text(
            "postern.redis-url",
            "",
            "The Redis that holds the Session Cache, as redis://user:password@host:port/number or rediss://…;"
                    + " empty: the cache is in this process, for one node only.");

    public static final Setting<String> REDIS_KEY_PREFIX = Setting.text(
            "postern.redis-key-prefix",
            "postern",
            "What our keys in Redis begin with, so that one Redis can serve several.");

    public static final Setting<Duration> REDIS_TIMEOUT = Setting.duration(
            "postern.redis-timeout",
            "500ms",
            "How long to wait for a connection to Redis, and again for an answer, before the cache counts as away.");

    public static final Setting<Integer> REDIS_CONNECTIONS =
            Setting.count("postern.redis-connections", 32, "How many connections to Redis a node holds at most.");

    public static final Setting<Integer> ENTRIES = Setting.count(
            "postern.session-cache-entries",
            100_000,
            "How many entries of each kind (sessions, codes, interactions …) the cache in this process holds at most;"
                    + " beyond that the least used ones are dropped.");

    public static final Setting<Integer> NEAR_ENTRIES = Setting.count(
            "postern.session-cache-near-entries",
            10_000,
            "How many sessions and codes of the Redis a node also keeps itself for a few seconds, to spare round trips.");

    private SessionCacheSettings() {}
}
