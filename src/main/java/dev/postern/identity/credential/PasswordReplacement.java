package dev.postern.identity.credential;

import dev.postern.data.database.AuditRow;
import dev.postern.data.database.User;
import dev.postern.data.queue.Events;
import dev.postern.identity.authorization.session.PersonSessions;
import dev.postern.identity.password.Passwords;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;

/**
 * Replaces a person's password: their other sign-ins end, here and at the applications, and they are told by mail (OWASP Authentication and Session
 * Management Cheat Sheets, docs/adr/0170). Never inside a transaction.
 */
@Service
public class PasswordReplacement {

    private static final String REASON = "password changed";

    private final ReplacementTransaction transaction;
    private final Passwords passwords;
    private final PersonSessions sessions;
    private final PasswordMails mails;
    private final Events events;

    @Inject
    public PasswordReplacement(
            ReplacementTransaction transaction,
            Passwords passwords,
            PersonSessions sessions,
            PasswordMails mails,
            Events events) {
        this.transaction = transaction;
        this.passwords = passwords;
        this.sessions = sessions;
        this.mails = mails;
        this.events = events;
    }

    /** @return false if the password is not the one that was seen any more; nothing has changed then */
    public boolean byPerson(User seen, String password, String keptSession) {
        String hash = passwords.hash(password);
        return finished(seen, keptSession, user -> transaction.byPerson(user, hash, keptSession));
    }

    /** @return false if another request has spent the link since it was looked at */
    public boolean byLink(User seen, String password, String linkHash) {
        String hash = passwords.hash(password);
        return finished(seen, "", user -> transaction.byLink(user, hash, linkHash));
    }

    private boolean finished(User seen, String keptSession, Predicate<User> replaced) {
        List<AuditRow> signIns = sessions.of(seen.subject());
        if (!replaced.test(seen)) {
            return false;
        }
        signIns.stream()
                .filter(signIn -> !signIn.sessionId().equals(keptSession))
                .forEach(signIn -> sessions.tellEnd(signIn, REASON));
        events.notify(mails.changed(seen.subject()));
        return true;
    }
}
