package dev.postern.identity.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Collects every rule that an object breaks, instead of stopping at the first. */
final class Violations {

    private final List<Violation> found = new ArrayList<>();

    void refuse(String field, String reason) {
        found.add(Violation.of(field, reason));
    }

    /** @param rule the reason why a value is refused, or nothing if it is not */
    void each(String field, Collection<String> values, Function<String, Optional<String>> rule) {
        int index = 0;
        for (String value : values) {
            int at = index++;
            rule.apply(value).ifPresent(reason -> found.add(new Violation(field, at, reason)));
        }
    }

    /** A field that may be empty: then there is nothing to refuse. */
    void one(String field, String value, Function<String, Optional<String>> rule) {
        if (!value.isEmpty()) {
            rule.apply(value).ifPresent(reason -> refuse(field, reason));
        }
    }

    static Function<String, Optional<String>> oneOf(Set<String> allowed) {
        return value ->
                allowed.contains(value) ? Optional.empty() : Optional.of("must be one of " + TextRules.listed(allowed));
    }

    List<Violation> list() {
        return List.copyOf(found);
    }
}
