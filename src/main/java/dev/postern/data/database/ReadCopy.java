package dev.postern.data.database;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.postern.data.NodeSignals;
import dev.postern.data.SignalledCopies;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.function.Function;

/**
 * Copies in memory of records that are read at every request and change seldom.
 *
 * <p>A change drops the copies of every node by a signal ({@link NodeSignals}). Should a signal be lost, the copy ends with its
 * lifetime. From half of the lifetime on one caller reads it again while the others still get it, so that nobody waits in line and
 * a short absence of the database goes unnoticed.
 */
@Service
class ReadCopy {

    /** The key of what is kept as a whole. */
    static final String ALL = "all";

    private final TransactionSynchronizationRegistry transactions;
    private final NodeSignals signals;
    private final Duration lifetime;
    private final int most;
    private final Ticker ticker;

    @Inject
    ReadCopy(ServerTransactions server, NodeSignals signals, Settings settings) {
        this(server.registry, signals, settings, Ticker.systemTicker());
    }

    ReadCopy(TransactionSynchronizationRegistry transactions, NodeSignals signals, Settings settings, Ticker ticker) {
        this.transactions = transactions;
        this.signals = signals;
        this.lifetime = settings.get(DatabaseSettings.COPY_LIFETIME);
        this.most = settings.get(DatabaseSettings.COPIES);
        this.ticker = ticker;
    }

    /** Copies of one kind. @param read reads an original */
    <V> Copies<V> of(String topic, Function<String, V> read) {
        LoadingCache<String, V> cache = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(lifetime)
                .refreshAfterWrite(lifetime.dividedBy(2))
                .ticker(ticker)
                // The caller's own thread reads: it has the transaction and the server's naming context.
                .executor(Runnable::run)
                .build(read::apply);
        signals.listen(topic, new Forgetting(cache));
        return new Copies<>(topic, cache);
    }

    /** Copies whose presence allows something, and that are therefore believed only while every signal arrives. */
    <V> SignalledCopies<V> cautious(String topic) {
        return new SignalledCopies<>(signals, topic, most, lifetime, ticker);
    }

    /** Tells every node that a record has changed: now, and again when the transaction has ended. */
    void changed(String topic, String key) {
        signals.send(topic, key);
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            transactions.registerInterposedSynchronization(new AfterCompletion(() -> signals.send(topic, key)));
        }
    }

    /** Copies of one kind of records. */
    final class Copies<V> {

        private final String topic;
        private final LoadingCache<String, V> cache;

        private Copies(String topic, LoadingCache<String, V> cache) {
            this.topic = topic;
            this.cache = cache;
        }

        V get(String key) {
            return cache.get(key);
        }

        void changed(String key) {
            ReadCopy.this.changed(topic, key);
        }
    }

    private record Forgetting(LoadingCache<String, ?> cache) implements NodeSignals.Listener {
        @Override
        public void changed(String key) {
            cache.invalidate(key);
        }

        @Override
        public void anythingMayHaveChanged() {
            cache.invalidateAll();
        }
    }

    private record AfterCompletion(Runnable task) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            task.run();
        }
    }
}
