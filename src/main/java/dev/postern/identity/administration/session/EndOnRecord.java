package dev.postern.identity.administration.session;

import dev.postern.identity.administration.change.ChangeLog;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.authorization.session.PersonSessions;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/** The end of sessions with its audit event, in one transaction. */
@Service
class EndOnRecord {

    private final PersonSessions sessions;
    private final ChangeLog changes;

    @Inject
    EndOnRecord(PersonSessions sessions, ChangeLog changes) {
        this.sessions = sessions;
        this.changes = changes;
    }

    @Transactional
    public void end(Administrator by, String subject, String sessionId) {
        sessions.endOnRecord(sessionId);
        changes.happened(by, "session", sessionId, "ended", Map.of("subject", subject));
    }

    @Transactional
    public void endAll(Administrator by, String subject) {
        sessions.endAllOnRecord(subject);
        changes.happened(by, "user", subject, "sessions ended", Map.of());
    }
}
