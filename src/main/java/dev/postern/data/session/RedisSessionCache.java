package dev.postern.data.session;

import dev.postern.data.StoreUnavailable;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * The Session Cache in Redis 7, one command or one script for each operation.
 *
 * <p>A broken connection, as every pooled one is after a restart of Redis, empties the pool, and the operation is tried once more on
 * a new one. Should Redis have done it before the connection broke, the second try can only refuse what succeeded: never
 * do two callers succeed. What timed out is not tried again.
 */
class RedisSessionCache implements SessionCache, AutoCloseable {

    private static final String REPLACE = "if redis.call('get', KEYS[1]) == ARGV[1] then"
            + " redis.call('set', KEYS[1], ARGV[2], 'px', ARGV[3]) return 1 end return 0";

    private static final String INCREMENT = "local n = redis.call('incr', KEYS[1])"
            + " if n == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end return n";

    private final RedisClient redis;
    private final String prefix;

    RedisSessionCache(RedisClient redis, String prefix) {
        this.redis = redis;
        this.prefix = prefix;
    }

    private String key(Region region, String key) {
        return prefix + ":" + region.prefix() + ":" + key;
    }

    /** Redis knows no time to live below a millisecond. */
    private static long millis(Duration timeToLive) {
        return Math.max(1, timeToLive.toMillis());
    }

    private <T> T run(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (JedisConnectionException e) {
            if (timedOut(e)) {
                throw new StoreUnavailable("Session Cache", e);
            }
            return again(operation);
        } catch (JedisException e) {
            throw new StoreUnavailable("Session Cache", e);
        }
    }

    private <T> T again(Supplier<T> operation) {
        try {
            redis.getPool().clear();
            return operation.get();
        } catch (JedisException e) {
            throw new StoreUnavailable("Session Cache", e);
        }
    }

    private static boolean timedOut(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void put(Region region, String key, String value, Duration timeToLive) {
        run(() -> redis.set(key(region, key), value, SetParams.setParams().px(millis(timeToLive))));
    }

    @Override
    public boolean putIfAbsent(Region region, String key, String value, Duration timeToLive) {
        SetParams ifAbsent = SetParams.setParams().nx().px(millis(timeToLive));
        return run(() -> Optional.ofNullable(redis.set(key(region, key), value, ifAbsent)))
                .isPresent();
    }

    @Override
    public Optional<String> get(Region region, String key) {
        return run(() -> Optional.ofNullable(redis.get(key(region, key))));
    }

    @Override
    public Map<String, String> getAll(Region region, Set<String> keys) {
        List<String> inOrder = List.copyOf(keys);
        String[] full = inOrder.stream().map(key -> key(region, key)).toArray(String[]::new);
        List<@Nullable String> values = run(() -> redis.mget(full));
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < full.length; i++) {
            String value = values.get(i);
            if (value != null) {
                found.put(inOrder.get(i), value);
            }
        }
        return found;
    }

    @Override
    public Optional<String> take(Region region, String key) {
        return run(() -> Optional.ofNullable(redis.getDel(key(region, key))));
    }

    @Override
    public boolean replace(Region region, String key, String expected, String value, Duration timeToLive) {
        List<String> arguments = List.of(expected, value, Long.toString(millis(timeToLive)));
        return run(() -> redis.eval(REPLACE, List.of(key(region, key)), arguments))
                .equals(1L);
    }

    @Override
    public void remove(Region region, String key) {
        run(() -> redis.del(key(region, key)));
    }

    @Override
    public long increment(Region region, String key, Duration timeToLive) {
        List<String> arguments = List.of(Long.toString(millis(timeToLive)));
        return (Long) run(() -> redis.eval(INCREMENT, List.of(key(region, key)), arguments));
    }

    @Override
    public long count(Region region, String key) {
        return get(region, key).map(Long::parseLong).orElse(0L);
    }

    @Override
    public boolean isAvailable() {
        try {
            return run(redis::ping).equals("PONG");
        } catch (StoreUnavailable e) {
            return false;
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
