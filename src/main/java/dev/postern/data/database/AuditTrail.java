package dev.postern.data.database;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The audit trail (H23): append only. */
public interface AuditTrail {

    /** Inserts a batch in one multi-row statement; rows whose id is there already are passed over. @return how many were new */
    int append(List<AuditRow> rows);

    /** The newest rows of a trace, a client or all, for screens and tests. Blank filters match everything. */
    List<AuditRow> newest(String traceId, String type, int limit);

    /**
     * Sign-ins, successful or not, recorded from {@code from} (inclusive) to {@code until} (exclusive), oldest first: what the ETL
     * has to look at.
     */
    List<RecordedSignIn> signInsRecorded(Instant from, Instant until, int limit);

    /** How many sign-ins of each kind occurred in the hour that begins at the given instant. */
    Map<SignIn, Long> signInsOfHour(Instant hour);

    /** When a sign-in was recorded and when it happened. */
    record RecordedSignIn(Instant recordedAt, Instant occurredAt, String traceId) {}

    /** A kind of sign-in. */
    record SignIn(String clientId, String outcome, String method) {}
}
