package dev.postern.identity.administration.session;

import dev.postern.data.database.EndedSessions;
import dev.postern.identity.administration.change.ChangeLog;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;

/** The end of sessions with its audit event, in one transaction. */
@Service
class EndOnRecord {

    private final EndedSessions ended;
    private final ChangeLog changes;

    @Inject
    EndOnRecord(EndedSessions ended, ChangeLog changes) {
        this.ended = ended;
        this.changes = changes;
    }

    @Transactional
    public void end(Administrator by, String subject, String sessionId, Duration longest) {
        ended.end(sessionId, longest);
        changes.happened(by, "session", sessionId, "ended", Map.of("subject", subject));
    }

    @Transactional
    public void endAll(Administrator by, String subject, Duration longest) {
        ended.endAllOf(subject, longest);
        changes.happened(by, "user", subject, "sessions ended", Map.of());
    }
}
