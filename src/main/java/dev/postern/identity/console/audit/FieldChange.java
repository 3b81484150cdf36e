package dev.postern.identity.console.audit;

import dev.postern.platform.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A field of something that was changed; empty text where it was not there.
 *
 * @param field empty where a version is told as a whole, since it was too long to be kept whole
 */
public record FieldChange(String field, String before, String after) {

    /** @param before and after JSON objects, or such as text; null: there was nothing */
    static List<FieldChange> between(@Nullable Object before, @Nullable Object after) {
        if (before == null && after == null) {
            return List.of();
        }
        try {
            return between(fields(before), fields(after));
        } catch (IllegalArgumentException cutOff) {
            return List.of(new FieldChange("", told(before), told(after)));
        }
    }

    private static List<FieldChange> between(Map<String, Object> before, Map<String, Object> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> new FieldChange(name, told(before.get(name)), told(after.get(name))))
                .filter(change -> !change.before.equals(change.after))
                .toList();
    }

    private static Map<String, Object> fields(@Nullable Object version) {
        String text = told(version);
        return text.isEmpty() ? Map.of() : Json.readObject(text);
    }

    static String told(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof String text ? text : Json.write(value);
    }

    public boolean isAdded() {
        return before.isEmpty();
    }

    public boolean isRemoved() {
        return after.isEmpty();
    }
}
