package dev.postern.identity.administration.change;

import dev.postern.identity.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list that may be long.
 *
 * @param next where the next part begins, empty if there is none
 */
public record Slice<T>(List<T> items, Optional<String> next) {

    public static final int MOST = 500;

    /**
     * @param oneMore what was found when one more was asked for than there is room for
     * @param key by which the list is ordered
     */
    public static <T> Slice<T> of(List<T> oneMore, int limit, Function<T, String> key) {
        if (oneMore.size() <= limit) {
            return new Slice<>(oneMore, Optional.empty());
        }
        List<T> items = oneMore.subList(0, limit);
        return new Slice<>(items, Optional.of(cursor(key.apply(items.get(limit - 1)))));
    }

    /** A part of a list that is short enough to be in memory as a whole, in the order of its keys. */
    public static <T> Slice<T> part(List<T> all, Function<T, String> key, Optional<String> cursor, int limit) {
        String after = after(cursor);
        List<T> oneMore = all.stream()
                .filter(one -> key.apply(one).compareTo(after) > 0)
                .sorted(Comparator.comparing(key))
                .limit(limit + 1L)
                .toList();
        return of(oneMore, limit, key);
    }

    /** The key after which the list goes on. @throws AdministrationRefused if no list of ours has said so */
    public static String after(Optional<String> cursor) {
        try {
            return cursor.map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8))
                    .orElse("");
        } catch (IllegalArgumentException e) {
            throw AdministrationRefused.invalid("cursor", Rule.NOT_A_CURSOR);
        }
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
