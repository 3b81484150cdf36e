package dev.postern.identity.authorization.session;

import dev.postern.data.database.AuditRow;
import dev.postern.data.database.AuditSearch.Position;
import dev.postern.data.database.EndedSessions;
import dev.postern.data.database.SignIns;
import dev.postern.identity.lifetime.SessionSettings;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * People's sessions wherever their browsers are: the sign-ins of the audit trail that can still last. One that has idled away is listed until the longest
 * would have ended, and {@link SsoSessions#inUse} tells it from others.
 */
@Service
public class PersonSessions {

    private static final int MOST = 500;

    private final SignIns signIns;
    private final EndedSessions ended;
    private final SessionEnding ending;
    private final Clock clock;
    private final Duration longest;

    @Inject
    public PersonSessions(SignIns signIns, EndedSessions ended, SessionEnding ending, Clock clock, Settings settings) {
        this.signIns = signIns;
        this.ended = ended;
        this.ending = ending;
        this.clock = clock;
        this.longest = settings.get(SessionSettings.LIFETIME);
    }

    /** The last sign-in of each session, newest first. @param subject empty: of everybody */
    public List<AuditRow> page(String subject, Optional<Position> after, int limit) {
        return signIns.ofLivingSessions(subject, clock.instant().minus(longest), after, limit);
    }

    /** Those of a person, up to more than anybody has. */
    public List<AuditRow> of(String subject) {
        return page(subject, Optional.empty(), MOST);
    }

    public Optional<AuditRow> find(String subject, String sessionId) {
        return of(subject).stream()
                .filter(signIn -> signIn.sessionId().equals(sessionId))
                .findFirst();
    }

    /** From now on the session counts no more. Joins the caller's transaction; {@link #tellEnd} comes after it. */
    public void endOnRecord(String sessionId) {
        ended.end(sessionId, longest);
    }

    /** From now on no session of the person that has begun counts, known or not. */
    public void endAllOnRecord(String subject) {
        ended.endAllOf(subject, longest);
    }

    /** Takes back what the session gave and has the applications told that took part in it. Never inside a transaction. */
    public void tellEnd(AuditRow signIn, String reason) {
        Instant at = signIn.occurredAt();
        ending.end(
                new SsoSession(signIn.sessionId(), signIn.subject(), at, List.of(), at, at.plus(longest)), "", reason);
    }
}
