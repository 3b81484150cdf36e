package dev.postern.identity.administration.overview;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured. @param value in the measure's unit */
public record Figure(Measure measure, long value, Condition condition) {

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", measure.wire());
        members.put("box", measure.box().name());
        members.put("value", value);
        members.put("unit", measure.unit());
        members.put("condition", condition.wire());
        return members;
    }
}
