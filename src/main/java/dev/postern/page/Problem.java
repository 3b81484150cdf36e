package dev.postern.page;

import java.util.Arrays;
import java.util.Locale;

/** What can go wrong for a person in front of a page, and the HTTP status that says so. */
public enum Problem {
    /** The application is not registered here. */
    UNKNOWN_APPLICATION(400),
    /** The address that the application wants the answer at is not registered for it. */
    WRONG_RETURN_ADDRESS(400),
    /** The request cannot be read or breaks a rule. */
    BAD_REQUEST(400),
    /** The sign-in took too long, was finished already, or was begun in another browser. */
    EXPIRED(400),
    /** The one-time link is unknown, used or too old. */
    LINK_SPENT(410),
    /** A form was open for too long, or another site made the browser send it. */
    STALE_FORM(403),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    /** The request's body did not arrive in time. */
    TOO_SLOW(408),
    TOO_LARGE(413),
    TOO_MANY_TRIES(429),
    BROKEN(500),
    UNAVAILABLE(503),
    /** More wish for an answer than can get one at the moment. */
    BUSY(503);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Whether the same request may be answered in a moment. */
    public boolean passes() {
        return this == UNAVAILABLE || this == BUSY;
    }

    /** The problem that tells a bare HTTP status best. */
    public static Problem ofStatus(int status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status == status && problem.general())
                .findFirst()
                .orElse(status >= 500 ? BROKEN : BAD_REQUEST);
    }

    private boolean general() {
        return switch (this) {
            case UNKNOWN_APPLICATION, WRONG_RETURN_ADDRESS, EXPIRED, LINK_SPENT, STALE_FORM, BUSY -> false;
            default -> true;
        };
    }

    String key(String part) {
        return "error." + name().toLowerCase(Locale.ROOT) + "." + part;
    }
}
