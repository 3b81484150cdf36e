package dev.postern.identity.console.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was typed into a field of several lines, without blank ones. */
record Lines(List<String> all) {

    static Lines of(String text) {
        return new Lines(
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    /** Each line as name and value with a colon between; a line without one is a name without a value. */
    Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : all) {
            int colon = line.indexOf(':');
            pairs.put(
                    colon < 0 ? line : line.substring(0, colon).strip(),
                    colon < 0 ? "" : line.substring(colon + 1).strip());
        }
        return pairs;
    }

    /** Nothing where there is no line, so that the default counts. */
    void putInto(ObjectNode document, String field) {
        if (!all.isEmpty()) {
            ArrayNode values = document.putArray(field);
            all.forEach(values::add);
        }
    }
}
