package dev.postern.identity.administration.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patch: RFC 7396 section 2. Null removes a member. */
public final class MergePatch {

    private MergePatch() {}

    /** @return the target itself, changed */
    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                target.remove(member.getKey());
            } else if (value instanceof ObjectNode inner) {
                target.set(member.getKey(), apply(target.get(member.getKey()), inner));
            } else {
                target.set(member.getKey(), value);
            }
        });
        return target;
    }

    private static ObjectNode apply(@org.jspecify.annotations.Nullable JsonNode target, ObjectNode patch) {
        return apply(target instanceof ObjectNode object ? object : patch.objectNode(), patch);
    }
}
