package dev.postern.spec.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As much of JSON Schema as the OpenAPI document uses. */
record SchemaCheck(Map<String, Object> schemas) {

    private static final String REF = "#/components/schemas/";

    /** @param where as a JSON pointer */
    List<String> breaches(String where, Map<String, Object> schema, Object value) {
        if (schema.get("$ref") instanceof String ref) {
            return breaches(where, members(schemas, ref.substring(REF.length())), value);
        }
        if (schema.get("enum") instanceof List<?> values && !values.contains(value)) {
            return List.of(where + " is none of " + values);
        }
        return switch (String.valueOf(schema.getOrDefault("type", ""))) {
            case "string" -> is(value instanceof String, where, "string");
            case "integer" -> is(value instanceof Integer || value instanceof Long, where, "integer");
            case "boolean" -> is(value instanceof Boolean, where, "boolean");
            case "array" ->
                value instanceof List<?> items ? items(where, schema, items) : List.of(where + " is no array");
            case "object" ->
                value instanceof Map<?, ?> object ? members(where, schema, object) : List.of(where + " is no object");
            default -> List.of();
        };
    }

    private static List<String> is(boolean right, String where, String type) {
        return right ? List.of() : List.of(where + " is no " + type);
    }

    private List<String> items(String where, Map<String, Object> schema, List<?> items) {
        List<String> breaches = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            breaches.addAll(breaches(where + "/" + i, members(schema, "items"), items.get(i)));
        }
        return breaches;
    }

    private List<String> members(String where, Map<String, Object> schema, Map<?, ?> object) {
        if (!schema.containsKey("properties")) {
            return List.of();
        }
        Map<String, Object> described = members(schema, "properties");
        List<String> breaches = new ArrayList<>();
        object.forEach((name, value) -> {
            String at = where + "/" + name;
            // Null stands in patches only, and removes; translations have a language tag.
            if (value == null || String.valueOf(name).matches("[a-z_]+#.+")) {
                return;
            }
            if (described.containsKey(name)) {
                breaches.addAll(breaches(at, members(described, String.valueOf(name)), value));
            } else {
                breaches.add(at + " is not described");
            }
        });
        return breaches;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.get(name);
    }
}
