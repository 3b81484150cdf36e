package dev.postern.data.database;

import java.time.Instant;

/** One row of the audit trail; empty text stands for "none". {@code details} is a JSON object. */
public record AuditRow(
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
        String details) {}
