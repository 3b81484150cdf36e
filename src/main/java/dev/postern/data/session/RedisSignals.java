package dev.postern.data.session;

import dev.postern.data.LocalSignals;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Signals between nodes by publish and subscribe of Redis.
 *
 * <p>Each node sends itself a beat several times a second. While it hears them, what others publish arrives as well, since it comes
 * by the same connection in the order of publication. After a gap, and after each new subscription, all copies go.
 */
class RedisSignals extends LocalSignals implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RedisSignals.class.getName());
    private static final Duration BEAT = Duration.ofMillis(250);
    private static final long LONGEST_SILENCE = Duration.ofSeconds(1).toNanos();
    private static final String BEAT_TOPIC = "beat";

    private final String node = UUID.randomUUID().toString();
    private final RedisClient redis;
    private final String channel;
    private final Subscription subscription = new Subscription();
    private volatile long lastBeat;
    private volatile boolean closed;

    /** @param redis a client of its own: the subscription keeps one connection */
    RedisSignals(RedisClient redis, String prefix, ExecutorService twoThreads) {
        this.redis = redis;
        this.channel = prefix + ":signals";
        this.lastBeat = System.nanoTime() - LONGEST_SILENCE;
        twoThreads.execute(this::subscribe);
        twoThreads.execute(this::beat);
    }

    @Override
    public void send(String topic, String key) {
        super.send(topic, key);
        try {
            publish(topic, key);
        } catch (JedisException e) {
            // Nodes that Redis does not reach hear no beat either, and trust no copy.
            LOG.log(Level.FINE, "A change could not be told to the other nodes", e);
        }
    }

    @Override
    public boolean heard() {
        return System.nanoTime() - lastBeat < LONGEST_SILENCE;
    }

    private void publish(String topic, String key) {
        redis.publish(channel, node + " " + topic + " " + key);
    }

    private void subscribe() {
        while (!closed) {
            try {
                redis.subscribe(subscription, channel);
            } catch (JedisException e) {
                LOG.log(Level.FINE, "The subscription to the other nodes' changes has ended", e);
            }
            pause();
        }
    }

    private void beat() {
        while (!closed) {
            try {
                publish(BEAT_TOPIC, "");
            } catch (JedisException e) {
                LOG.log(Level.FINE, "Redis takes no beat", e);
            }
            pause();
        }
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(BEAT.toNanos());
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private final class Subscription extends JedisPubSub {

        @Override
        public void onSubscribe(String channel, int subscribed) {
            anythingMayHaveChanged();
        }

        @Override
        public void onMessage(String channel, String message) {
            String[] parts = message.split(" ", 3);
            if (parts.length < 3) {
                return;
            }
            boolean own = parts[0].equals(node);
            if (own && parts[1].equals(BEAT_TOPIC)) {
                heardBeat();
            } else if (!own) {
                RedisSignals.super.send(parts[1], parts[2]);
            }
        }
    }

    private void heardBeat() {
        if (!heard()) {
            anythingMayHaveChanged();
        }
        lastBeat = System.nanoTime();
    }

    @Override
    public void close() {
        closed = true;
        redis.close();
    }
}
