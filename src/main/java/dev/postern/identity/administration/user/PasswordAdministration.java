package dev.postern.identity.administration.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Registered;
import dev.postern.data.database.User;
import dev.postern.data.queue.Events;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.AdministrationRefused.Reason;
import dev.postern.identity.administration.change.Expected;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.session.SessionAdministration;
import dev.postern.identity.credential.PasswordMails;
import dev.postern.identity.credential.ResetLinks;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.Service;
import jakarta.inject.Inject;

/**
 * Changes of users as a whole: where an administrator gives somebody another password, their sessions and everything that they gave to applications end
 * with the old one, and they are told by mail. Never inside a transaction.
 */
@Service
public class PasswordAdministration {

    private final UserAdministration users;
    private final SessionAdministration sessions;
    private final ResetLinks links;
    private final PasswordMails mails;
    private final Events events;

    @Inject
    public PasswordAdministration(
            UserAdministration users,
            SessionAdministration sessions,
            ResetLinks links,
            PasswordMails mails,
            Events events) {
        this.users = users;
        this.sessions = sessions;
        this.links = links;
        this.mails = mails;
        this.events = events;
    }

    /** As {@link UserAdministration#patch}, with what a new password has for a consequence. */
    public Registered<User> patch(Administrator by, String subject, Expected expected, ObjectNode patch) {
        Registered<User> changed = users.patch(by, subject, expected, patch);
        if (patch.hasNonNull("password")) {
            finish(by, subject);
        }
        return changed;
    }

    /** Gives the user a new password. @return it, to be told to them: nobody can be shown it later */
    public String reset(Administrator by, String subject) {
        String password = users.resetPassword(by, subject);
        finish(by, subject);
        return password;
    }

    /** Has a link mailed to the user by which they set a new password. The old one is good until they do. */
    public void sendLink(Administrator by, String subject) {
        User user = users.mailable(by, subject);
        if (!links.admits(subject)) {
            throw AdministrationRefused.because(Reason.IN_THE_WAY, Rule.TOO_MANY_LINKS);
        }
        events.notify(users.makeLink(by, user));
    }

    private void finish(Administrator by, String subject) {
        sessions.endAll(by, subject);
        events.notify(mails.changedByAdministrator(subject));
    }
}
