package dev.postern.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All checks at one moment. Ready means that requests can be served, degraded that somebody should look nevertheless. */
record Health(List<Check> checks) {

    boolean isReady() {
        return checks.stream().noneMatch(check -> check.state() == Check.State.DOWN);
    }

    boolean isDegraded() {
        return checks.stream().anyMatch(check -> check.state() != Check.State.UP);
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("status", isReady() ? "ready" : "not_ready");
        members.put("degraded", isDegraded());
        members.put("checks", checks.stream().map(Check::members).toList());
        return members;
    }
}
