package dev.postern.data;

import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Insertions of two rows or none, those of concurrent requests as one batch with one commit: docs/adr/0092.
 *
 * <p>Each is a transaction by itself; never call it inside of one. On H2 each runs alone.
 */
@Service
public class SharedInserts {

    /** Far below what would make the driver stop for the answers, and commit, in the middle of a batch. */
    private static final int LARGEST_GROUP = 50;

    private final Sql sql;
    private final Duration pause;
    private final Map<String, CallGroups<Pair>> groups = new ConcurrentHashMap<>();

    @Inject
    public SharedInserts(Sql sql, Settings settings) {
        this(sql, settings.get(DataSettings.COMMIT_INTERVAL));
    }

    public SharedInserts(Sql sql, Duration pause) {
        this.sql = sql;
        this.pause = pause;
    }

    /**
     * Inserts both rows, or neither if one with a key of the first is there.
     *
     * @param key that may be there, so that the groups of two nodes lock in the same order
     * @return whether it did
     * @throws StoreUnavailable if the database does not answer
     */
    public boolean insertBothOnce(String key, Insert first, Insert second) {
        if (!sql.isPostgresql()) {
            return sql.insertOneByOne(first, second);
        }
        Pair pair = new Pair(
                key,
                Stream.concat(first.values().stream(), second.values().stream()).toArray());
        groups.computeIfAbsent(Insert.together(first, second), this::group).make(pair);
        return pair.inserted;
    }

    private CallGroups<Pair> group(String statement) {
        return new CallGroups<>(pairs -> insert(statement, pairs), SqlFailures::isAway, pause, LARGEST_GROUP);
    }

    /** The driver sends the statements one behind the other and a single end, which makes a transaction of them. */
    private void insert(String statement, List<Pair> pairs) {
        List<Pair> sorted =
                pairs.stream().sorted(Comparator.comparing(pair -> pair.key)).toList();
        int[] counts = sql.updateEach(
                statement, sorted.stream().map(pair -> pair.values).toList());
        for (int i = 0; i < counts.length; i++) {
            sorted.get(i).inserted = counts[i] == 1;
        }
    }

    private static final class Pair {
        private final String key;
        private final @Nullable Object[] values;
        private boolean inserted;

        Pair(String key, @Nullable Object[] values) {
            this.key = key;
            this.values = values;
        }
    }
}
