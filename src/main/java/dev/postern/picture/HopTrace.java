package dev.postern.picture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hops that recent requests took, by trace id: kept in memory only, for the app's page and for the tests.
 *
 * <p>Bounded in every direction (traces, hops of a trace, length of a remark, age), so that recording never costs more
 * than it is worth. Safe for many threads. Never put a code, token, secret or password into a remark.
 */
@Service
public class HopTrace {
    static final int TRACES = 1_000;
    static final Duration KEPT = Duration.ofMinutes(15);

    private final Clock clock;
    private final Cache<String, Trail> trails = Caffeine.newBuilder()
            .maximumSize(TRACES)
            .expireAfterAccess(KEPT)
            // Maintenance costs the caller microseconds, less than waking another thread.
            .executor(Runnable::run)
            .build();

    @Inject
    public HopTrace(Clock clock) {
        this.clock = clock;
    }

    /** Records that a request passed this hop; without a trace id nothing is recorded. */
    public void passed(@Nullable String traceId, Hop hop, Remark remark, Object... values) {
        passed(traceId, hop, hop.from(), remark, values);
    }

    /** As above, for a hop that begins at one of several boxes. */
    public void passed(@Nullable String traceId, Hop hop, Box from, Remark remark, Object... values) {
        if (traceId == null || traceId.isBlank()) return;
        List<String> texts = Arrays.stream(values).map(String::valueOf).toList();
        trails.get(traceId, id -> new Trail()).add(new HopRecord(hop, clock.instant(), from, remark, texts));
    }

    /** The hops of this trace in the order in which they happened; empty if it is unknown or forgotten. */
    public List<HopRecord> of(@Nullable String traceId) {
        Trail trail = traceId == null ? null : trails.getIfPresent(traceId);
        return trail == null ? List.of() : trail.inOrder();
    }
}
