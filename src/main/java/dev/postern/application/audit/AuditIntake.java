package dev.postern.application.audit;

import dev.postern.data.StoreUnavailable;
import dev.postern.data.database.AuditRow;
import dev.postern.data.database.AuditTrail;
import dev.postern.data.queue.DeadLetters;
import dev.postern.data.queue.EventRecord;
import dev.postern.data.queue.MessageQueue;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.Json;
import dev.postern.platform.Metrics;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Turns a batch of events into rows of the audit trail (H23), outside of the transaction that the message arrives in.
 *
 * <p>One bad event does not sink its batch: it is parked as a dead letter. Recording a batch twice changes nothing.
 */
@Service
public class AuditIntake {

    private final AuditTrail trail;
    private final DeadLetters deadLetters;
    private final HopTrace hopTrace;
    private final Metrics metrics;

    @Inject
    public AuditIntake(AuditTrail trail, DeadLetters deadLetters, HopTrace hopTrace, Metrics metrics) {
        this.trail = trail;
        this.deadLetters = deadLetters;
        this.hopTrace = hopTrace;
        this.metrics = metrics;
    }

    /** Records every event of a batch. @throws StoreUnavailable if the database does not answer; then the batch must come again */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void record(String payload) {
        List<AuditRow> rows = readable(payload);
        if (rows.isEmpty()) {
            return;
        }
        int added;
        try {
            added = trail.append(rows);
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            added = appendSingly(rows);
        }
        metrics.add("postern_audit_rows", added);
        traces(rows);
    }

    private List<AuditRow> readable(String payload) {
        List<AuditRow> rows = new ArrayList<>();
        for (String document : payload.split("\n")) {
            try {
                rows.add(row(Json.read(document, EventRecord.class)));
            } catch (IllegalArgumentException | NullPointerException e) {
                deadLetters.park(MessageQueue.EVENTS, document, "unreadable: " + e.getMessage());
            }
        }
        return rows;
    }

    private int appendSingly(List<AuditRow> rows) {
        int added = 0;
        for (AuditRow row : rows) {
            try {
                added += trail.append(List.of(row));
            } catch (StoreUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                deadLetters.park(MessageQueue.EVENTS, Json.write(row), "not accepted by the table: " + e.getMessage());
            }
        }
        return added;
    }

    private void traces(List<AuditRow> rows) {
        Map<String, List<String>> typesByTrace = rows.stream()
                .filter(row -> !row.traceId().isEmpty())
                .collect(Collectors.groupingBy(
                        AuditRow::traceId, Collectors.mapping(AuditRow::type, Collectors.toList())));
        typesByTrace.forEach(
                (traceId, types) -> hopTrace.passed(traceId, Hop.H23, Remark.AS_IS, String.join(", ", types)));
    }

    private static AuditRow row(EventRecord event) {
        return new AuditRow(
                Objects.requireNonNull(event.id(), "no id"),
                Objects.requireNonNull(event.occurredAt(), "no time"),
                Objects.requireNonNull(event.type(), "no type"),
                Objects.requireNonNull(event.outcome(), "no outcome"),
                event.details() == null ? "" : text(event.details().get("method")),
                text(event.subject()),
                text(event.clientId()),
                text(event.grantId()),
                text(event.sessionId()),
                text(event.address()),
                text(event.userAgent()),
                text(event.requestId()),
                text(event.traceId()),
                Json.write(event.details() == null ? Map.of() : event.details()));
    }

    /** An older or foreign event may lack a field. */
    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
