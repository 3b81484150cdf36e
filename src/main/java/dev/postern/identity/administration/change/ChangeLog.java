package dev.postern.identity.administration.change;

import dev.postern.data.queue.Event.ConfigurationChanged;
import dev.postern.data.queue.Events;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.platform.Json;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Puts what administrators change into the audit trail, with what it was before and what it is now. It is part of the change's
 * transaction: there is no change without its event, and no event without its change.
 */
@Service
public class ChangeLog {

    private final Events events;

    @Inject
    public ChangeLog(Events events) {
        this.events = events;
    }

    /** @param after as it is told; secrets are never in it */
    public void created(Administrator by, String kind, String id, Map<String, Object> after) {
        record(by, kind, id, "created", Map.of(), after);
    }

    /** Only the fields that differ are kept. Nothing is recorded where none does. */
    public void changed(
            Administrator by, String kind, String id, Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> was = differing(before, after);
        Map<String, Object> is = differing(after, before);
        if (!was.isEmpty() || !is.isEmpty()) {
            record(by, kind, id, "changed", was, is);
        }
    }

    public void removed(Administrator by, String kind, String id, Map<String, Object> before) {
        record(by, kind, id, "removed", before, Map.of());
    }

    /** A change of another kind, such as a secret that was made. */
    public void happened(Administrator by, String kind, String id, String what, Map<String, Object> after) {
        record(by, kind, id, what, Map.of(), after);
    }

    private void record(
            Administrator by,
            String kind,
            String id,
            String change,
            Map<String, Object> before,
            Map<String, Object> after) {
        events.enlist(List.of(
                new ConfigurationChanged(kind, id, change, by.name(), by.via(), written(before), written(after))));
    }

    private static String written(Map<String, Object> fields) {
        return fields.isEmpty() ? "" : Json.write(fields);
    }

    private static Map<String, Object> differing(Map<String, Object> fields, Map<String, Object> others) {
        Map<String, Object> differing = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!Objects.equals(value, others.get(name))) {
                differing.put(name, value);
            }
        });
        return differing;
    }
}
