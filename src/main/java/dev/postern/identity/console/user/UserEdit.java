package dev.postern.identity.console.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Registered;
import dev.postern.data.database.User;
import dev.postern.identity.administration.change.Expected;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.administration.user.PasswordAdministration;
import dev.postern.identity.administration.user.UserAdministration;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.platform.Json;
import dev.postern.protocol.UrlEncoded;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** The form of a user, new or not: {@code /console/user-edit}, {@code /console/user-edit?subject=…}. */
@Named
@RequestScoped
public class UserEdit {

    @Inject
    UserAdministration users;

    @Inject
    PasswordAdministration passwords;

    @Inject
    Outcome outcome;

    @Inject
    Frame frame;

    private final UserFields fields = new UserFields();
    private String revision = "";

    /** It takes a fresh sign-in; the fields are those of the register unless something was typed. */
    public void open() {
        Guard.mayWrite(frame.by(), Area.USERS);
        frame.requireFreshSignIn();
        if (!isAdding() && !outcome.isRefused()) {
            Registered<User> user = users.find(frame.by(), subject());
            revision = user.revision();
            fields.show(user);
        }
    }

    /** Makes or changes the user. */
    public void save() {
        outcome.of(() -> {
            ObjectNode document = fields.document(isAdding());
            Registered<User> saved = isAdding()
                    ? users.create(frame.by(), document)
                    : passwords.patch(frame.by(), subject(), new Expected(revision), document);
            StringBuilder page = new StringBuilder("/console/user?notice=").append(isAdding() ? "created" : "saved");
            UrlEncoded.append(page, "subject", saved.object().subject());
            return page.toString();
        });
    }

    /** What was sent, for the comparison after a conflict; never the password. */
    public Map<String, Object> getMine() {
        ObjectNode document = fields.document(isAdding());
        document.remove("password");
        return Json.readObject(document.toString());
    }

    public UserFields getFields() {
        return fields;
    }

    public boolean isAdding() {
        return subject().isEmpty();
    }

    private String subject() {
        return frame.parameter("subject");
    }

    public String getBack() {
        return isAdding() ? frame.getRoot() + "/console/users" : UserLinks.of(frame.getRoot(), subject());
    }

    public String getReload() {
        return UserLinks.page(frame.getRoot(), "/console/user-edit", subject());
    }

    public String getRevision() {
        return revision;
    }

    public void setRevision(String revision) {
        this.revision = revision;
    }
}
