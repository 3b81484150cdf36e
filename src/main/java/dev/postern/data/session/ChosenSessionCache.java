package dev.postern.data.session;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.postern.data.LocalSignals;
import dev.postern.data.NodeSignals;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.platform.outgoing.Threads;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.util.JedisURIHelper;

/** The one place that chooses where the Session Cache is: Redis if {@code postern.redis-url} names one, else this process. */
@Service
class ChosenSessionCache {

    private static final int SILENT_SUBSCRIPTION_MILLIS = 3_000;

    @Produces
    @Singleton
    SessionCache sessionCache(Settings settings, NodeSignals signals) {
        String url = settings.get(SessionCacheSettings.REDIS_URL);
        if (url.isEmpty()) {
            return new EmbeddedSessionCache(settings.get(SessionCacheSettings.ENTRIES), Ticker.systemTicker());
        }
        int connections = settings.get(SessionCacheSettings.REDIS_CONNECTIONS);
        SessionCache shared = new RedisSessionCache(
                redis(url, settings, connections), settings.get(SessionCacheSettings.REDIS_KEY_PREFIX));
        return new NearSessionCache(shared, signals, settings.get(SessionCacheSettings.NEAR_ENTRIES));
    }

    void close(@Disposes SessionCache cache) throws Exception {
        close((Object) cache);
    }

    /** Where Redis is, there may be other nodes; without it this node is the only one. */
    @Produces
    @Singleton
    NodeSignals signals(Settings settings, Threads threads) {
        String url = settings.get(SessionCacheSettings.REDIS_URL);
        return url.isEmpty()
                ? new LocalSignals()
                : new RedisSignals(
                        redis(url, settings, 3),
                        settings.get(SessionCacheSettings.REDIS_KEY_PREFIX),
                        threads.pool("signals", 2));
    }

    void stop(@Disposes NodeSignals signals) throws Exception {
        close((Object) signals);
    }

    private static void close(Object made) throws Exception {
        if (made instanceof AutoCloseable connected) {
            connected.close();
        }
    }

    static RedisClient redis(String url, Settings settings, int connections) {
        Duration timeout = settings.get(SessionCacheSettings.REDIS_TIMEOUT);
        URI address = address(url);
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(address))
                .clientConfig(clientConfig(address, Math.toIntExact(timeout.toMillis())))
                .poolConfig(pool(connections, timeout))
                .build();
    }

    /** The messages here never hold the URL: it may hold a password. */
    private static URI address(String url) {
        try {
            URI address = new URI(url);
            if (JedisURIHelper.isValid(address)
                    && (JedisURIHelper.isRedisScheme(address) || JedisURIHelper.isRedisSSLScheme(address))) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Said below, without the URL.
        }
        throw new IllegalStateException(
                "setting postern.redis-url must be redis://host:port or rediss://host:port, with user:password@ before the host"
                        + " and /number after the port where they are needed");
    }

    private static DefaultJedisClientConfig clientConfig(URI address, int timeoutMillis) {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(timeoutMillis)
                .socketTimeoutMillis(timeoutMillis)
                // A subscription hears a beat several times a second; without one its connection is dead.
                .blockingSocketTimeoutMillis(SILENT_SUBSCRIPTION_MILLIS)
                .user(JedisURIHelper.getUser(address))
                .password(JedisURIHelper.getPassword(address))
                .clientName("postern");
        if (JedisURIHelper.isRedisSSLScheme(address)) {
            config.sslOptions(SslOptions.defaults());
        }
        if (JedisURIHelper.hasDbIndex(address)) {
            config.database(JedisURIHelper.getDBIndex(address));
        }
        return config.build();
    }

    private static ConnectionPoolConfig pool(int connections, Duration longestWait) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(connections);
        pool.setMaxIdle(connections);
        pool.setMaxWait(longestWait);
        pool.setJmxEnabled(false);
        return pool;
    }
}
