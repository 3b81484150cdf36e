package dev.postern.identity.adminapi;

import static dev.postern.identity.adminapi.Schemas.open;
import static dev.postern.identity.adminapi.Schemas.strict;
import static dev.postern.identity.adminapi.Schemas.text;
import static dev.postern.identity.adminapi.Schemas.texts;

import dev.postern.identity.administration.audit.AuditView;
import dev.postern.identity.administration.report.SignInView;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON schemas of the audit trail, the reports and the keys. */
final class RecordSchemas {

    private RecordSchemas() {}

    static void addTo(Map<String, Object> all) {
        all.put("SessionList", open(Map.of("items", list(session()), "next", text())));
        all.put("AuditEventList", open(Map.of("items", list(event()), "next", text())));
        all.put("AuditExport", text());
        all.put("AuditEvent", event());
        all.put("SignInList", open(Map.of("items", list(signIns()), "next", text())));
        all.put("SignInExport", text());
        all.put("SignInTotals", open(Map.of("items", list(signInTotal()))));
        keys(all);
    }

    private static void keys(Map<String, Object> all) {
        all.put("KeyRotation", strict(Map.of("algorithms", texts())));
        all.put("KeyChanges", open(Map.of("changes", list(Map.of("type", "object")))));
        Map<String, Object> rotation =
                open(Map.of("algorithm", text(), "active", text(), "next", text(), "at", text()));
        all.put("KeySchedule", open(Map.of("provider", text(), "algorithms", list(rotation))));
        all.put("KeyList", open(Map.of("items", list(Map.of("type", "object")))));
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        return Map.of("type", "array", "items", items);
    }

    private static Map<String, Object> signIns() {
        Map<String, Object> metric = new LinkedHashMap<>();
        SignInView.COLUMNS.names().forEach(column -> metric.put(column, text()));
        metric.put("sign_ins", Map.of("type", "integer"));
        return open(metric);
    }

    private static Map<String, Object> signInTotal() {
        Map<String, Object> number = Map.of("type", "integer");
        return open(Map.of("key", text(), "succeeded", number, "failed", number));
    }

    private static Map<String, Object> event() {
        return open(eventFields());
    }

    private static Map<String, Object> session() {
        Map<String, Object> session = eventFields();
        session.put("in_use", Map.of("type", "boolean"));
        return open(session);
    }

    private static Map<String, Object> eventFields() {
        Map<String, Object> event = new LinkedHashMap<>();
        AuditView.NAMES.forEach(column -> event.put(column, text()));
        event.put("details", Map.of("type", "object"));
        return event;
    }
}
