package dev.postern.data.database;

import java.time.Instant;
import java.util.List;

/** Counts events of the audit trail. */
public interface AuditCounts {

    /** No more are counted: a figure on a screen is worth no more of the database's time. */
    int MOST = 100_000;

    /** How many events of these types happened from then on, {@link #MOST} at most for each type. */
    long since(Instant from, List<String> types);
}
