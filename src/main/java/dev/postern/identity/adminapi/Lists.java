package dev.postern.identity.adminapi;

import dev.postern.identity.administration.change.Slice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A part of a list as an answer: its items, and where the next part begins. */
final class Lists {

    private Lists() {}

    static <T> Answer of(Slice<T> slice, Function<T, Map<String, Object>> view) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", slice.items().stream().map(view).toList());
        slice.next().ifPresent(next -> body.put("next", next));
        return Answer.of(200, body);
    }

    /** A list that is short enough to be answered as a whole. */
    static <T> Answer of(List<T> all, Function<T, Map<String, Object>> view) {
        return of(new Slice<>(all, Optional.empty()), view);
    }
}
