package dev.postern.identity.adminapi;

import static dev.postern.identity.adminapi.Schemas.list;
import static dev.postern.identity.adminapi.Schemas.number;
import static dev.postern.identity.adminapi.Schemas.oneOf;
import static dev.postern.identity.adminapi.Schemas.open;
import static dev.postern.identity.adminapi.Schemas.text;

import dev.postern.identity.administration.audit.AuditView;
import dev.postern.identity.administration.report.SignInView;
import dev.postern.identity.administration.session.SessionState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The JSON schemas of the audit trail and the reports. */
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
    }

    private static Map<String, Object> signIns() {
        Map<String, Object> metric = new LinkedHashMap<>();
        SignInView.COLUMNS.names().forEach(column -> metric.put(column, text()));
        metric.put("sign_ins", number());
        return open(metric);
    }

    private static Map<String, Object> signInTotal() {
        return open(Map.of("key", text(), "succeeded", number(), "failed", number()));
    }

    private static Map<String, Object> event() {
        return open(eventFields());
    }

    private static Map<String, Object> session() {
        Map<String, Object> session = eventFields();
        session.put("in_use", Map.of("type", "boolean"));
        session.put("state", oneOf(Stream.of(SessionState.values()).map(SessionState::wire)));
        return open(session);
    }

    private static Map<String, Object> eventFields() {
        Map<String, Object> event = new LinkedHashMap<>();
        AuditView.NAMES.forEach(column -> event.put(column, text()));
        event.put("details", Map.of("type", "object"));
        return event;
    }
}
