package dev.postern.data.queue;

import dev.postern.platform.CurrentRequest;
import dev.postern.platform.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** An event as it travels through the queue: flat, with who, when and from where. */
public record EventRecord(
        String id,
        Instant occurredAt,
        String type,
        String outcome,
        String subject,
        String clientId,
        String grantId,
        String sessionId,
        String address,
        String userAgent,
        String requestId,
        String traceId,
        Map<String, String> details) {

    /** @param id unique and made once: it makes the insertion of the row idempotent */
    public static EventRecord of(String id, Instant now, Event event, CurrentRequest request) {
        Statement statement = event.statement();
        return new EventRecord(
                id,
                now,
                event.type(),
                statement.outcome().wire(),
                cut(statement.subject(), 255),
                cut(statement.clientId(), 255),
                cut(statement.grantId(), 64),
                cut(statement.sessionId(), 64),
                cut(request.address(), 64),
                cut(request.userAgent(), 512),
                cut(request.requestId(), 64),
                cut(request.traceId(), 32),
                statement.details());
    }

    /** As the queue carries it: one line of JSON, written without reflection since every request has some. */
    String json() {
        byte[] json = new JsonObject()
                .put("id", id)
                .put("occurredAt", (Object) occurredAt)
                .put("type", type)
                .put("outcome", outcome)
                .put("subject", subject)
                .put("clientId", clientId)
                .put("grantId", grantId)
                .put("sessionId", sessionId)
                .put("address", address)
                .put("userAgent", userAgent)
                .put("requestId", requestId)
                .put("traceId", traceId)
                .put("details", details)
                .bytes();
        return new String(json, StandardCharsets.UTF_8);
    }

    /** A client may send anything as its id: what the table cannot hold must not make the event unrecordable. */
    private static String cut(String text, int length) {
        String clean = text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
        return clean.length() > length ? clean.substring(0, length) : clean;
    }
}
