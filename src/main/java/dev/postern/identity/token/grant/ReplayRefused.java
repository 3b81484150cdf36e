package dev.postern.identity.token.grant;

import dev.postern.data.queue.Event;
import dev.postern.data.queue.Notification;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import java.util.Optional;

/** A spent code or refresh token came again: refused, and what it gave is revoked. */
public final class ReplayRefused extends OAuthRefused {

    private static final long serialVersionUID = 1L;

    private final transient Event event;
    private final transient Optional<Notification> notification;

    ReplayRefused(String description, String reason, Event event, Optional<Notification> notification) {
        super(OAuthErrorCode.INVALID_GRANT, description, reason);
        this.event = event;
        this.notification = notification;
    }

    /** What the audit trail must know of it. */
    public Event event() {
        return event;
    }

    /** What the user is told. */
    public Optional<Notification> notification() {
        return notification;
    }
}
