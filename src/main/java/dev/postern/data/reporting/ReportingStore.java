package dev.postern.data.reporting;

import dev.postern.data.reporting.SignInTotal.Dimension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The Reporting Store (B14, H24). */
public interface ReportingStore {

    /** Replaces the metrics of one hour, inside the caller's transaction: loading an hour twice gives the same rows. */
    void replaceHour(Instant hour, List<SignInMetric> metrics);

    /** Newest hour first, then by client, outcome and method. @param after the last row of the part before */
    List<SignInMetric> page(SignInFilter filter, Optional<SignInMetric> after, int limit);

    /** Added up in the database: hours in their order, anything else with the most sign-ins first. */
    List<SignInTotal> totals(SignInFilter filter, Dimension by, int limit);

    Optional<Instant> watermark(String name);

    /** When the load of this name last ended well. */
    Optional<Instant> lastRun(String name);

    void moveWatermark(String name, Instant position, Instant ranAt);
}
