package dev.postern.identity.credential;

import dev.postern.data.queue.Notification;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Sealer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** What people are told about their password (H25). */
@Service
public class PasswordMails {

    private final Sealer sealer;
    private final RandomValues random;
    private final Clock clock;

    @Inject
    public PasswordMails(Sealer sealer, RandomValues random, Clock clock) {
        this.sealer = sealer;
        this.random = random;
        this.clock = clock;
    }

    /** Their password is another one. */
    public Notification changed(String subject) {
        CurrentRequest request = CurrentRequest.get();
        Map<String, String> from = Map.of("address", request.address(), "user_agent", request.userAgent());
        return notification(Notification.Kind.PASSWORD_CHANGED, subject, from);
    }

    /** The same by an administrator, whose address is nothing that the person needs to know. */
    public Notification changedByAdministrator(String subject) {
        return notification(Notification.Kind.PASSWORD_CHANGED, subject, Map.of());
    }

    /** A link for them; in the queue it stands sealed. */
    Notification reset(String subject, String link) {
        Map<String, String> details = Map.of(Notification.SEALED, sealer.seal(Notification.SEALED, link));
        return notification(Notification.Kind.PASSWORD_RESET, subject, details);
    }

    private Notification notification(Notification.Kind kind, String subject, Map<String, String> details) {
        return new Notification(
                random.identifier(),
                kind,
                subject,
                clock.instant(),
                CurrentRequest.get().traceId(),
                details);
    }
}
