package dev.postern.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Copies in memory that a signal of any node takes away, also while the original is being read.
 *
 * <p>Whoever reads an original takes a {@link #mark} before, and the copy is kept only if no signal arrived since. Where signals may
 * be lost, nothing is found and nothing is kept.
 */
public final class SignalledCopies<V> {

    private final NodeSignals signals;
    private final Cache<String, V> copies;
    private final AtomicLong changes = new AtomicLong();

    /** @param most how many copies at most @param lifetime how long a copy is believed without any signal */
    public SignalledCopies(NodeSignals signals, String topic, int most, Duration lifetime, Ticker ticker) {
        this.signals = signals;
        this.copies = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(lifetime)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
        signals.listen(topic, new NodeSignals.Listener() {
            @Override
            public void changed(String key) {
                changes.incrementAndGet();
                copies.invalidate(key);
            }

            @Override
            public void anythingMayHaveChanged() {
                changes.incrementAndGet();
                copies.invalidateAll();
            }
        });
    }

    public Optional<V> get(String key) {
        return signals.heard() ? Optional.ofNullable(copies.getIfPresent(key)) : Optional.empty();
    }

    /** To be taken before the original is read. */
    public long mark() {
        return changes.get();
    }

    /** Keeps a copy of an original that was read after the mark. */
    public void keep(String key, V value, long mark) {
        if (mark == changes.get() && signals.heard()) {
            copies.put(key, value);
            if (mark != changes.get()) {
                copies.invalidate(key);
            }
        }
    }
}
