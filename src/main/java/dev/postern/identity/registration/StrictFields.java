package dev.postern.identity.registration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.Durations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the fields of one JSON object, each with the type it must have, and collects what is wrong instead of stopping at the
 * first mistake.
 */
public final class StrictFields {

    private final JsonNode object;
    private final String pointer;
    private final List<Problem> problems;

    /** @param problems where everything that is wrong is added */
    public StrictFields(JsonNode object, String pointer, List<Problem> problems) {
        this.object = object;
        this.pointer = pointer;
        this.problems = problems;
    }

    /** Whether it is an object with no field but these; {@code name#es} counts as {@code name#}. */
    public boolean onlyHas(Set<String> allowed) {
        if (!object.isObject()) {
            refuseObject(Rule.NOT_AN_OBJECT);
            return false;
        }
        object.fieldNames().forEachRemaining(name -> {
            int hash = name.indexOf('#');
            if (!allowed.contains(hash < 0 ? name : name.substring(0, hash + 1))) {
                refuse(name, Rule.UNKNOWN_FIELD, String.join(", ", allowed));
            }
        });
        return true;
    }

    public String pointer() {
        return pointer;
    }

    public boolean has(String name) {
        return object.has(name);
    }

    public void refuse(String name, Rule rule, Object... values) {
        problems.add(new Problem(pointer + "/" + escaped(name), rule.brokenBy(values)));
    }

    public void refuseObject(Rule rule, Object... values) {
        problems.add(new Problem(pointer, rule.brokenBy(values)));
    }

    /** A missing field is a problem of the object as a whole. */
    public String requiredText(String name) {
        if (!has(name)) {
            refuseObject(Rule.MISSING, name);
            return "";
        }
        String text = text(name).orElse("");
        if (text.isBlank() && object.path(name).isTextual()) {
            refuse(name, Rule.EMPTY);
        }
        return text;
    }

    public Optional<String> text(String name) {
        return has(name) ? text(object.get(name), name) : Optional.empty();
    }

    private Optional<String> text(JsonNode value, String name) {
        if (value.isTextual()) {
            return Optional.of(value.textValue());
        }
        refuse(name, value.isValueNode() && !value.isNull() ? Rule.NOT_QUOTED : Rule.NOT_TEXT);
        return Optional.empty();
    }

    /** A list of texts without repetition; absent: the given default. */
    public Set<String> texts(String name, Set<String> byDefault) {
        if (!has(name)) {
            return byDefault;
        }
        Set<String> texts = new LinkedHashSet<>();
        JsonNode list = object.get(name);
        if (!list.isArray()) {
            refuse(name, Rule.NOT_A_LIST);
        }
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            String place = name + "/" + i;
            if (!text(list.get(i), place).map(texts::add).orElse(true)) {
                problems.add(new Problem(pointer + "/" + place, Rule.TWICE_IN_LIST.brokenBy()));
            }
        }
        return texts;
    }

    public boolean flag(String name, boolean byDefault) {
        if (!has(name)) {
            return byDefault;
        }
        if (!object.get(name).isBoolean()) {
            refuse(name, Rule.NOT_A_FLAG);
        }
        return object.get(name).asBoolean();
    }

    /** One of the given wire names. */
    public <E> E choice(String name, Map<String, E> choices, E byDefault) {
        Optional<String> text = text(name);
        if (text.isPresent() && !choices.containsKey(text.get())) {
            refuse(name, Rule.NOT_ONE_OF, TextRules.listed(choices.keySet()));
        }
        return text.map(choices::get).orElse(byDefault);
    }

    /** The fields of an object that is the value of a field. */
    public StrictFields inside(String name, JsonNode value) {
        return new StrictFields(value, pointer + "/" + name, problems);
    }

    /** A number of things, at least one. */
    public void count(String name) {
        JsonNode value = object.path(name);
        if (has(name) && !(value.isIntegralNumber() && value.canConvertToInt() && value.intValue() > 0)) {
            refuse(name, Rule.NOT_A_COUNT);
        }
    }

    /** A number of seconds, whole and not negative. */
    public OptionalLong seconds(String name) {
        if (!has(name)) {
            return OptionalLong.empty();
        }
        JsonNode value = object.get(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            refuse(name, Rule.NOT_SECONDS);
            return OptionalLong.empty();
        }
        return OptionalLong.of(value.longValue());
    }

    public Duration duration(String name, Duration byDefault) {
        try {
            return text(name).map(Durations::parse).orElse(byDefault);
        } catch (IllegalArgumentException e) {
            refuse(name, Rule.NOT_A_DURATION);
            return byDefault;
        }
    }

    /** The values of {@code name#en}, {@code name#es} …: by BCP 47 language tag. */
    public Map<String, String> localised(String name) {
        Map<String, String> byTag = new LinkedHashMap<>();
        object.fieldNames().forEachRemaining(field -> {
            if (field.startsWith(name + "#")) {
                String tag = field.substring(name.length() + 1);
                if (!tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
                    refuse(field, Rule.NO_LANGUAGE_TAG, name);
                }
                text(field).ifPresent(text -> byTag.put(tag, text));
            }
        });
        return byTag;
    }

    /** An object-valued field. */
    public Optional<JsonNode> object(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!object.get(name).isObject()) {
            refuse(name, Rule.NOT_AN_OBJECT);
            return Optional.empty();
        }
        return Optional.of(object.get(name));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0");
    }
}
