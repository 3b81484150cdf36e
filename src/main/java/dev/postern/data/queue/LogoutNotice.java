package dev.postern.data.queue;

import java.time.Instant;

/**
 * An application is to be told that a session has ended: OpenID Connect Back-Channel Logout section 2.5.
 *
 * @param id of this end of this session at this application
 * @param subject our own name of the person; what the application calls them is decided when it is told
 * @param attempts how often it was tried before
 */
public record LogoutNotice(
        String id,
        String clientId,
        String subject,
        String sessionId,
        Instant occurredAt,
        String traceId,
        int attempts) {

    /** The same after another attempt. */
    public LogoutNotice triedAgain() {
        return new LogoutNotice(id, clientId, subject, sessionId, occurredAt, traceId, attempts + 1);
    }
}
