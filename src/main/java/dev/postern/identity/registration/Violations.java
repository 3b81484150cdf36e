package dev.postern.identity.registration;

import dev.postern.identity.rule.Breach;
import dev.postern.identity.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Collects every rule that an object breaks, instead of stopping at the first. */
final class Violations {

    private final List<Violation> found = new ArrayList<>();

    void refuse(String field, Rule rule, Object... values) {
        refuse(field, rule.brokenBy(values));
    }

    private void refuse(String field, Breach breach) {
        found.add(new Violation(field, Violation.WHOLE, breach));
    }

    /** @param rule what a value breaks, or nothing if it is fine */
    void each(String field, Collection<String> values, Function<String, Optional<Breach>> rule) {
        int index = 0;
        for (String value : values) {
            int at = index++;
            rule.apply(value).ifPresent(breach -> found.add(new Violation(field, at, breach)));
        }
    }

    /** A field that may be empty: then there is nothing to refuse. */
    void one(String field, String value, Function<String, Optional<Breach>> rule) {
        if (!value.isEmpty()) {
            rule.apply(value).ifPresent(breach -> refuse(field, breach));
        }
    }

    static Function<String, Optional<Breach>> oneOf(Set<String> allowed) {
        return value -> allowed.contains(value)
                ? Optional.empty()
                : Optional.of(Rule.NOT_ONE_OF.brokenBy(TextRules.listed(allowed)));
    }

    List<Violation> list() {
        return List.copyOf(found);
    }
}
