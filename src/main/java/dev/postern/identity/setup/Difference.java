package dev.postern.identity.setup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One object that is not as it is wanted.
 *
 * @param action what is done about it
 * @param before the fields that differ as they are, all of them where it is removed; of secrets nothing
 * @param after the fields that differ as they are wanted, all of them where it is made
 */
public record Difference(String kind, String id, Action action, Map<String, Object> before, Map<String, Object> after) {

    /** Stands for what is not shown. */
    private static final String SECRET = "secret";

    private static final String NOT_SHOWN = "(not shown)";

    public enum Action {
        CREATED,
        CHANGED,
        REMOVED;

        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param secret name of a field that is set and not shown, empty if there is none */
    static Difference created(String kind, String id, Map<String, Object> fields, String secret) {
        Map<String, Object> after = new LinkedHashMap<>(fields);
        if (!secret.isEmpty()) {
            after.put(secret, NOT_SHOWN);
        }
        return new Difference(kind, id, Action.CREATED, Map.of(), after);
    }

    /** Without what it was and will be. */
    Difference named() {
        return new Difference(kind, id, action, Map.of(), Map.of());
    }

    static Difference removed(String kind, String id, Map<String, Object> before) {
        return new Difference(kind, id, Action.REMOVED, before, Map.of());
    }

    /** Where nothing that is shown differs, a secret does. */
    static Difference changed(String kind, String id, Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> was = differing(before, after);
        Map<String, Object> is = differing(after, before);
        if (was.isEmpty() && is.isEmpty()) {
            is.put(SECRET, "another one");
        }
        return new Difference(kind, id, Action.CHANGED, was, is);
    }

    private static Map<String, Object> differing(Map<String, Object> fields, Map<String, Object> others) {
        Map<String, Object> differing = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!Objects.equals(value, others.get(name))) {
                differing.put(name, value);
            }
        });
        return differing;
    }
}
