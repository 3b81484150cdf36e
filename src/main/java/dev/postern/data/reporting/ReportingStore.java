package dev.postern.data.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The Reporting Store (B14, H24). */
public interface ReportingStore {

    /** Replaces the metrics of one hour, inside the caller's transaction: loading an hour twice gives the same rows. */
    void replaceHour(Instant hour, List<SignInMetric> metrics);

    List<SignInMetric> between(Instant from, Instant until);

    Optional<Instant> watermark(String name);

    /** When the load of this name last ended well. */
    Optional<Instant> lastRun(String name);

    void moveWatermark(String name, Instant position, Instant ranAt);
}
