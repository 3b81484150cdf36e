package dev.postern.data.queue;

import dev.postern.platform.CurrentRequest;
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
        Event.About about = event.about();
        return new EventRecord(
                id,
                now,
                event.type(),
                event.outcome().wire(),
                about.subject(),
                about.clientId(),
                about.grantId(),
                about.sessionId(),
                request.address(),
                request.userAgent(),
                request.requestId(),
                request.traceId(),
                event.details());
    }
}
