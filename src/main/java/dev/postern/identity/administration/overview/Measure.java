package dev.postern.identity.administration.overview;

import dev.postern.picture.Box;
import java.util.Locale;

/** A figure to watch, and the box that it tells of. */
public enum Measure {
    /** Requests that wait for their events to become durable. */
    QUEUE_WAITING(Box.B11, "requests"),
    /** Batches in the journal that the broker has not taken yet. */
    QUEUE_SPILL(Box.B11, "batches"),
    /** Reads of the Session Cache that this node answered without asking Redis. */
    CACHE_HITS(Box.B10, "percent"),
    /** Tokens issued and refreshed in the last minute, by the audit trail. */
    TOKENS_PER_MINUTE(Box.B7, "tokens"),
    /** Sign-ins that succeeded in the last hour. */
    SIGN_INS(Box.B5, "sign-ins"),
    /** Sign-ins that failed in the last hour. */
    FAILED_SIGN_INS(Box.B5, "sign-ins"),
    /** Age of the oldest key that signs. */
    OLDEST_KEY(Box.B5, "days"),
    /** Events that the Audit Log Worker could not record. */
    PARKED_EVENTS(Box.B9, "messages"),
    /** Notifications that the Notification Worker could not read. */
    PARKED_MAILS(Box.B15, "messages"),
    /** Logouts that applications could not be told of. */
    PARKED_LOGOUTS(Box.B5, "messages"),
    /** Since metrics were last loaded from the audit trail. */
    REPORTING_AGE(Box.B14, "minutes");

    private final Box box;
    private final String unit;

    Measure(Box box, String unit) {
        this.box = box;
        this.unit = unit;
    }

    public Box box() {
        return box;
    }

    public String unit() {
        return unit;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
