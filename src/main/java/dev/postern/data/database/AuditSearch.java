package dev.postern.data.database;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks into the audit trail, newest first. */
public interface AuditSearch {

    /** @param after where the part before has ended */
    List<AuditRow> page(Filter filter, Optional<Position> after, int limit);

    Optional<AuditRow> find(String id);

    /** A row by its place in the order. */
    record Position(Instant occurredAt, String id) {

        public static Position of(AuditRow row) {
            return new Position(row.occurredAt(), row.id());
        }
    }

    /**
     * What is looked for; empty text means anything.
     *
     * @param from inclusive
     * @param until exclusive
     */
    record Filter(
            Optional<Instant> from,
            Optional<Instant> until,
            String type,
            String outcome,
            String subject,
            String clientId,
            String sessionId,
            String requestId) {}
}
