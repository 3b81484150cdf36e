package dev.postern.data.queue;

import java.time.Instant;
import java.util.Map;

/**
 * Something to tell a user about their account (H25).
 *
 * @param details short values for the text, never a secret
 */
public record Notification(
        String id, Kind kind, String subject, Instant occurredAt, String traceId, Map<String, String> details) {

    /** What happened. */
    public enum Kind {
        /** A sign-in from a device that this user never used before, though they had signed in elsewhere. */
        NEW_DEVICE,
        /** A spent refresh token was used again: someone may have stolen it. */
        REFRESH_TOKEN_REPLAYED,
        PASSWORD_CHANGED
    }
}
