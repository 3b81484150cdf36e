package dev.postern.data.queue;

import java.time.Instant;
import java.util.Map;

/**
 * Something to tell a user about their account (H25).
 *
 * @param details short values for the text, never a secret that can be read
 */
public record Notification(
        String id, Kind kind, String subject, Instant occurredAt, String traceId, Map<String, String> details) {

    /** The detail that holds a secret for the mail, and the purpose that it is sealed for: nobody who reads the queue can use it. */
    public static final String SEALED = "sealed-link";

    /** What happened. */
    public enum Kind {
        /** A sign-in from a device that this user never used before, though they had signed in elsewhere. */
        NEW_DEVICE,
        /** A spent refresh token was used again: someone may have stolen it. */
        REFRESH_TOKEN_REPLAYED,
        PASSWORD_CHANGED,
        /** An administrator lets them set a new password by a link, whose secret is {@linkplain #SEALED sealed} in the details. */
        PASSWORD_RESET
    }
}
