package dev.postern.protocol;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An immutable set of scope values in the order they were given: RFC 6749 section 3.3.
 *
 * @param values each a scope-token of that section
 */
public record Scope(Set<String> values) {

    public static final String OPENID = "openid";
    public static final String OFFLINE_ACCESS = "offline_access";
    public static final Scope NONE = new Scope(Set.of());

    public Scope {
        values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    public static Scope of(String... values) {
        return new Scope(new LinkedHashSet<>(java.util.Arrays.asList(values)));
    }

    /** Parses the wire form; empty if it is not of the form that RFC 6749 section 3.3 gives. */
    public static Optional<Scope> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(NONE);
        }
        Set<String> values = new LinkedHashSet<>();
        for (String value : text.split(" ", -1)) {
            if (!isToken(value)) {
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.of(new Scope(values));
    }

    private static boolean isToken(String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character < 0x21 || character > 0x7E || character == '"' || character == '\\') {
                return false;
            }
        }
        return !value.isEmpty();
    }

    /** Reads what {@link #wire()} wrote. */
    public static Scope ofWire(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a scope"));
    }

    public boolean has(String value) {
        return values.contains(value);
    }

    public boolean covers(Scope other) {
        return values.containsAll(other.values);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Scope plus(Scope other) {
        Set<String> all = new LinkedHashSet<>(values);
        all.addAll(other.values);
        return new Scope(all);
    }

    public Scope only(Collection<String> allowed) {
        return filter(allowed::contains);
    }

    public Scope only(Predicate<String> wanted) {
        return filter(wanted);
    }

    public Scope without(String value) {
        return filter(candidate -> !candidate.equals(value));
    }

    public Scope without(Collection<String> unwanted) {
        return filter(candidate -> !unwanted.contains(candidate));
    }

    private Scope filter(Predicate<String> predicate) {
        Set<String> kept = new LinkedHashSet<>(values);
        return kept.removeIf(predicate.negate()) ? new Scope(kept) : this;
    }

    /** The wire form: values separated by one space. */
    public String wire() {
        return String.join(" ", values);
    }

    @Override
    public String toString() {
        return wire();
    }
}
