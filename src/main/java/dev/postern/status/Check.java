package dev.postern.status;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one box is.
 *
 * @param facts numbers and words that explain the state
 */
record Check(String name, State state, Map<String, Object> facts) {

    /** A degraded box still does its work. */
    enum State {
        UP,
        DEGRADED,
        DOWN;

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Check of(String name, boolean up) {
        return new Check(name, up ? State.UP : State.DOWN, Map.of());
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", name);
        members.put("status", state.wire());
        members.putAll(facts);
        return members;
    }
}
