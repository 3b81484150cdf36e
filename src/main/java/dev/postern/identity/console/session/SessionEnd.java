package dev.postern.identity.console.session;

import dev.postern.data.database.User;
import dev.postern.identity.administration.session.SessionAdministration;
import dev.postern.identity.administration.user.UserAdministration;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.protocol.UrlEncoded;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Says what the end of a session breaks, and ends it, or all of a user: {@code /console/session-end?subject=…&session=…}. */
@Named
@RequestScoped
public class SessionEnd {

    @Inject
    SessionAdministration sessions;

    @Inject
    UserAdministration users;

    @Inject
    Outcome outcome;

    @Inject
    Frame frame;

    /** Ends it, here and at the applications. */
    public void end() {
        outcome.of(() -> {
            if (isAll()) {
                sessions.endAll(frame.by(), getSubject());
            } else {
                sessions.end(frame.by(), getSubject(), getSession());
            }
            StringBuilder page = new StringBuilder("/console/user?notice=").append(isAll() ? "all_ended" : "ended");
            UrlEncoded.append(page, "subject", getSubject());
            return page.toString();
        });
    }

    public User getUser() {
        return users.find(frame.by(), getSubject()).object();
    }

    public String getSubject() {
        return frame.parameter("subject");
    }

    /** Which; empty: all of the user. */
    public String getSession() {
        return frame.parameter("session");
    }

    public boolean isAll() {
        return getSession().isEmpty();
    }

    public String getBack() {
        StringBuilder page = new StringBuilder(frame.getRoot()).append("/console/user?");
        UrlEncoded.append(page, "subject", getSubject());
        return page.toString();
    }
}
