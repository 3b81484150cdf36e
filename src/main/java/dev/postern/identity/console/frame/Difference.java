package dev.postern.identity.console.frame;

import dev.postern.platform.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** A field of two versions of an object, told as people see it. */
public record Difference(String field, String mine, String theirs) {

    private static final String META = "meta";

    static List<Difference> between(Map<String, Object> mine, Map<String, Object> theirs) {
        TreeSet<String> fields = new TreeSet<>(mine.keySet());
        fields.addAll(theirs.keySet());
        fields.remove(META);
        return fields.stream()
                .map(field -> new Difference(field, told(mine, field), told(theirs, field)))
                .filter(difference -> !Objects.equals(difference.mine, difference.theirs))
                .toList();
    }

    private static String told(Map<String, Object> version, String field) {
        Object value = version.get(field);
        if (value == null) {
            return "";
        }
        return value instanceof String text ? text : Json.write(value);
    }
}
