package dev.postern.data.database;

import java.time.Instant;

/**
 * One row of the audit trail; empty text stands for "none".
 *
 * @param method how somebody signed in or tried to, for the metrics; empty for events that are no sign-ins
 * @param details a JSON object
 */
public record AuditRow(
        String id,
        Instant occurredAt,
        String type,
        String outcome,
        String method,
        String subject,
        String clientId,
        String grantId,
        String sessionId,
        String address,
        String userAgent,
        String requestId,
        String traceId,
        String details) {}
