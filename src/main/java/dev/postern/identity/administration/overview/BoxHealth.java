package dev.postern.identity.administration.overview;

import dev.postern.picture.Box;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a box of the picture is. */
public record BoxHealth(Box box, Condition condition) {

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("box", box.name());
        members.put("title", box.title());
        members.put("condition", condition.wire());
        return members;
    }
}
