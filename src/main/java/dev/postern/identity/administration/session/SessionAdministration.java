package dev.postern.identity.administration.session;

import dev.postern.data.database.AuditRow;
import dev.postern.data.database.SignIns;
import dev.postern.data.database.UserRegister;
import dev.postern.data.database.UserRegister.Person;
import dev.postern.identity.administration.audit.AuditCursor;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.authorization.session.PersonSessions;
import dev.postern.identity.authorization.session.SsoSessions;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sessions of users, listed and ended, and the sign-ins that made them. Never inside a transaction, as applications are told of a session's end. */
@Service
public class SessionAdministration {

    private static final String REASON = "administrator";

    private final PersonSessions sessions;
    private final SsoSessions living;
    private final SignIns signIns;
    private final UserRegister users;
    private final EndOnRecord record;

    @Inject
    public SessionAdministration(
            PersonSessions sessions, SsoSessions living, SignIns signIns, UserRegister users, EndOnRecord record) {
        this.sessions = sessions;
        this.living = living;
        this.signIns = signIns;
        this.users = users;
        this.record = record;
    }

    /** The sign-ins whose sessions have not ended that we know of, the latest of each session, newest first. @param subject empty: of all users */
    public Slice<ListedSession> list(Administrator by, String subject, Optional<String> cursor, int limit) {
        Guard.mayRead(by, Area.USERS);
        Slice<AuditRow> known = AuditCursor.slice(sessions.page(subject, AuditCursor.after(cursor), limit + 1), limit);
        Set<String> inUse =
                living.inUse(known.items().stream().map(AuditRow::sessionId).collect(Collectors.toSet()));
        Map<String, Person> people =
                users.people(known.items().stream().map(AuditRow::subject).toList());
        return new Slice<>(
                known.items().stream()
                        .map(signIn -> listed(
                                signIn,
                                inUse.contains(signIn.sessionId()),
                                Optional.ofNullable(people.get(signIn.subject()))))
                        .toList(),
                known.next());
    }

    /** The same of one user. @throws AdministrationRefused if there is no such user */
    public Slice<ListedSession> listOf(Administrator by, String subject, Optional<String> cursor, int limit) {
        Guard.mayRead(by, Area.USERS);
        requireKnown(subject);
        return list(by, subject, cursor, limit);
    }

    private static ListedSession listed(AuditRow signIn, boolean inUse, Optional<Person> user) {
        SessionState ofUser =
                user.filter(Person::enabled).isPresent() ? SessionState.IN_USE : SessionState.USER_DISABLED;
        return new ListedSession(
                signIn, user.map(Person::username).orElse(signIn.subject()), inUse ? ofUser : SessionState.IDLE);
    }

    /** When a user signed in or tried to, newest first. */
    public Slice<AuditRow> history(Administrator by, String subject, Optional<String> cursor, int limit) {
        Guard.mayRead(by, Area.USERS);
        requireKnown(subject);
        return AuditCursor.slice(signIns.history(subject, AuditCursor.after(cursor), limit + 1), limit);
    }

    /** Ends one session, here and at the applications that took part in it. */
    public void end(Administrator by, String subject, String sessionId) {
        Guard.mayWrite(by, Area.USERS);
        AuditRow signIn = sessions.find(subject, sessionId)
                .orElseThrow(() -> AdministrationRefused.unknown(Rule.NO_SUCH_SESSION));
        record.end(by, subject, sessionId);
        sessions.tellEnd(signIn, REASON);
    }

    /** Ends every session of a user, also those that nobody has listed. @return how many were known */
    public int endAll(Administrator by, String subject) {
        Guard.mayWrite(by, Area.USERS);
        requireKnown(subject);
        List<AuditRow> known = sessions.of(subject);
        record.endAll(by, subject);
        known.forEach(signIn -> sessions.tellEnd(signIn, REASON));
        return known.size();
    }

    private void requireKnown(String subject) {
        if (users.find(subject).isEmpty()) {
            throw AdministrationRefused.unknown(Rule.NO_SUCH_USER);
        }
    }
}
