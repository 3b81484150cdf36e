package dev.postern.data.database;

import java.time.Instant;
import java.util.List;

/** The audit trail (H23): append only. */
public interface AuditTrail {

    /** Inserts a batch in one multi-row statement; rows whose id is there already are passed over. @return how many were new */
    int append(List<AuditRow> rows);

    /** The newest rows of a trace, a client or all, for screens and tests. Blank filters match everything. */
    List<AuditRow> newest(String traceId, String type, int limit);

    /** Rows recorded from {@code from} (inclusive) to {@code until} (exclusive), in that order, for the ETL. */
    List<AuditRow> recordedBetween(Instant from, Instant until, int limit);
}
