package dev.postern.identity.credential;

import dev.postern.data.database.OneTimeLinks;
import dev.postern.data.database.User;
import dev.postern.data.database.UserRegister;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.Event.PasswordChanged;
import dev.postern.data.queue.Events;
import dev.postern.identity.authorization.session.PersonSessions;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/** Where a link is spent, the password replaced, and what the old one gave taken back: in one transaction. */
@Service
public class ReplacementTransaction {

    private final OneTimeLinks links;
    private final UserRegister register;
    private final PersonSessions sessions;
    private final OldAccess oldAccess;
    private final Events events;

    @Inject
    public ReplacementTransaction(
            OneTimeLinks links, UserRegister register, PersonSessions sessions, OldAccess oldAccess, Events events) {
        this.links = links;
        this.register = register;
        this.sessions = sessions;
        this.oldAccess = oldAccess;
        this.events = events;
    }

    /** @return false if the link was spent meanwhile, or the password is not the one that was seen any more */
    @Transactional
    public boolean byLink(User seen, String newHash, String linkHash) {
        return links.spend(linkHash, ResetLinks.PURPOSE) && replace(seen, newHash, "", "reset link");
    }

    /** @param keptSession the session of the person who does it @return false if the password is not the one that was seen any more */
    @Transactional
    public boolean byPerson(User seen, String newHash, String keptSession) {
        return replace(seen, newHash, keptSession, "by themselves");
    }

    private boolean replace(User seen, String newHash, String keptSession, String how) {
        String subject = seen.subject();
        if (!register.replacePassword(seen, newHash)) {
            return false;
        }
        links.withdraw(subject, ResetLinks.PURPOSE);
        sessions.endAllOnRecord(subject);
        List<Event> happened = new ArrayList<>(List.of(new PasswordChanged(subject, keptSession, how)));
        happened.addAll(oldAccess.revoke(subject, keptSession));
        events.enlist(happened);
        return true;
    }
}
