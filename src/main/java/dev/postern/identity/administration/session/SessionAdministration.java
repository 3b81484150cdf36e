package dev.postern.identity.administration.session;

import dev.postern.data.database.AuditRow;
import dev.postern.data.database.AuditSearch;
import dev.postern.data.database.AuditSearch.Filter;
import dev.postern.data.database.EndedSessions;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.authorization.session.SessionEnding;
import dev.postern.identity.authorization.session.SsoSession;
import dev.postern.identity.lifetime.SessionSettings;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A user's sessions: the sign-ins of the audit trail that can still last. Never inside a transaction, as applications are told of a session's
 * end.
 */
@Service
public class SessionAdministration {

    private static final String REASON = "administrator";
    private static final int MOST_SIGN_INS = 500;

    private final AuditSearch audit;
    private final EndedSessions ended;
    private final SessionEnding ending;
    private final EndOnRecord record;
    private final Clock clock;
    private final Duration longest;

    @Inject
    public SessionAdministration(
            AuditSearch audit,
            EndedSessions ended,
            SessionEnding ending,
            EndOnRecord record,
            Clock clock,
            Settings settings) {
        this.audit = audit;
        this.ended = ended;
        this.ending = ending;
        this.record = record;
        this.clock = clock;
        this.longest = settings.get(SessionSettings.LIFETIME);
    }

    /** The sign-ins whose sessions have not ended that we know of, the latest of each session, newest first. */
    public List<AuditRow> of(Administrator by, String subject) {
        Guard.mayRead(by, Area.USERS);
        return living(subject);
    }

    private List<AuditRow> living(String subject) {
        Set<String> gone =
                rows("session_ended", subject).stream().map(AuditRow::sessionId).collect(Collectors.toSet());
        Map<String, AuditRow> latest = new LinkedHashMap<>();
        for (AuditRow signIn : rows("login_succeeded", subject)) {
            if (!gone.contains(signIn.sessionId())
                    && !ended.contain(signIn.sessionId(), subject, signIn.occurredAt())) {
                latest.putIfAbsent(signIn.sessionId(), signIn);
            }
        }
        return List.copyOf(latest.values());
    }

    private List<AuditRow> rows(String type, String subject) {
        Instant from = clock.instant().minus(longest);
        Filter filter = new Filter(Optional.of(from), Optional.empty(), type, "", subject, "", "", "");
        return audit.page(filter, Optional.empty(), MOST_SIGN_INS);
    }

    /** Ends one session, here and at the applications that took part in it. */
    public void end(Administrator by, String subject, String sessionId) {
        Guard.mayWrite(by, Area.USERS);
        AuditRow signIn = living(subject).stream()
                .filter(row -> row.sessionId().equals(sessionId))
                .findFirst()
                .orElseThrow(() -> AdministrationRefused.unknown("session"));
        record.end(by, subject, sessionId, longest);
        tellApplications(signIn);
    }

    /** Ends every session of a user, also those that nobody has listed. @return how many were known */
    public int endAll(Administrator by, String subject) {
        Guard.mayWrite(by, Area.USERS);
        List<AuditRow> known = living(subject);
        record.endAll(by, subject, longest);
        known.forEach(this::tellApplications);
        return known.size();
    }

    private void tellApplications(AuditRow signIn) {
        Instant at = signIn.occurredAt();
        ending.end(
                new SsoSession(signIn.sessionId(), signIn.subject(), at, List.of(), at, at.plus(longest)), "", REASON);
    }
}
