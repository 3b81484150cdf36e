package dev.postern.identity.console.user;

import dev.postern.data.database.User;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.administration.user.PasswordAdministration;
import dev.postern.identity.administration.user.UserAdministration;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.protocol.UrlEncoded;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Gives a user another password, by a link to them or by a random one that is shown once: {@code /console/user-password?subject=…}. */
@Named
@RequestScoped
public class UserPassword {

    @Inject
    UserAdministration users;

    @Inject
    PasswordAdministration passwords;

    @Inject
    Outcome outcome;

    @Inject
    Frame frame;

    private String password = "";

    /** It takes a fresh sign-in. */
    public void open() {
        Guard.mayWrite(frame.by(), Area.USERS);
        frame.requireFreshSignIn();
    }

    public User getUser() {
        return users.find(frame.by(), subject()).object();
    }

    private String subject() {
        return frame.parameter("subject");
    }

    /** Has a link mailed. */
    public void sendLink() {
        outcome.of(() -> {
            passwords.sendLink(frame.by(), subject());
            StringBuilder page = new StringBuilder("/console/user?notice=link_sent");
            UrlEncoded.append(page, "subject", subject());
            return page.toString();
        });
    }

    /** Makes a random one; it is shown in the answer to the form itself and nowhere else. */
    public void reset() {
        outcome.here(() -> password = passwords.reset(frame.by(), subject()));
    }

    /** Empty but in that answer. */
    public String getPassword() {
        return password;
    }

    public String getBack() {
        return UserLinks.of(frame.getRoot(), subject());
    }
}
