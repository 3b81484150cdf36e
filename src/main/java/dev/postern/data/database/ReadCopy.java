package dev.postern.data.database;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.function.Function;

/**
 * Copies in memory of configuration that is read at every request and changes seldom.
 *
 * <p>A copy is dropped at the end of its lifetime, so that a change is seen by every node within it. From half of the lifetime on
 * one caller reads it again while the others still get it, so that nobody waits in line and a short absence of the database goes
 * unnoticed.
 */
@Service
class ReadCopy {

    private final TransactionSynchronizationRegistry transactions;
    private final Duration lifetime;
    private final int most;
    private final Ticker ticker;

    @Inject
    ReadCopy(TransactionSynchronizationRegistry transactions, Settings settings) {
        this(transactions, settings, Ticker.systemTicker());
    }

    ReadCopy(TransactionSynchronizationRegistry transactions, Settings settings, Ticker ticker) {
        this.transactions = transactions;
        this.lifetime = settings.get(DatabaseSettings.COPY_LIFETIME);
        this.most = settings.get(DatabaseSettings.COPIES);
        this.ticker = ticker;
    }

    <K, V> LoadingCache<K, V> of(Function<K, V> read) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(lifetime)
                .refreshAfterWrite(lifetime.dividedBy(2))
                .ticker(ticker)
                // The caller's own thread reads: it has the transaction and the server's naming context.
                .executor(Runnable::run)
                .build(read::apply);
    }

    /** Forgets copies now, and again when the transaction has ended: until then others may have read what was before. */
    void changed(Runnable forget) {
        forget.run();
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            transactions.registerInterposedSynchronization(new AfterCompletion(forget));
        }
    }

    private record AfterCompletion(Runnable forget) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            forget.run();
        }
    }
}
