package dev.postern.identity.console.user;

import dev.postern.data.database.AuditRow;
import dev.postern.data.database.Registered;
import dev.postern.data.database.User;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.Owners;
import dev.postern.identity.administration.grant.GrantAdministration;
import dev.postern.identity.administration.grant.ListedGrant;
import dev.postern.identity.administration.session.ListedSession;
import dev.postern.identity.administration.session.SessionAdministration;
import dev.postern.identity.administration.user.UserAdministration;
import dev.postern.identity.administration.user.UserView;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Recorded;
import dev.postern.identity.console.frame.UtcTime;
import dev.postern.identity.rule.Rule;
import dev.postern.page.DeviceName;
import dev.postern.platform.Json;
import dev.postern.protocol.UrlEncoded;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One user with sessions, grants and sign-ins: {@code /console/user?subject=…}. */
@Named
@RequestScoped
public class UserScreen {

    private static final int SHOWN = 10;

    @Inject
    UserAdministration users;

    @Inject
    SessionAdministration sessions;

    @Inject
    GrantAdministration grants;

    @Inject
    Frame frame;

    private @Nullable Registered<User> registered;
    private List<Living> living = List.of();
    private List<SignIn> history = List.of();
    private List<Given> given = List.of();

    /** A sign-in as a line of a table. */
    public record SignIn(String when, String outcome, String client, String address, String device, String reason) {}

    /** A session by its sign-in. @param end address of the page that ends it */
    public record Living(SignIn signIn, String state, String end) {}

    /** A grant as a line of a table. */
    public record Given(String href, String client, String scope, String since, String state) {}

    /** Finds what to show before the page is rendered. @throws AdministrationRefused if there is no such user */
    public void open() {
        String subject = frame.parameter("subject");
        registered = users.find(frame.by(), subject);
        living = sessions.list(frame.by(), subject, Optional.empty(), SHOWN).items().stream()
                .map(this::living)
                .toList();
        history = sessions.history(frame.by(), subject, cursor(), SHOWN).items().stream()
                .map(this::signIn)
                .toList();
        given = grants.list(frame.by(), subject, "", Optional.empty(), SHOWN).items().stream()
                .map(this::given)
                .toList();
    }

    private Optional<String> cursor() {
        return Optional.of(frame.parameter("cursor")).filter(text -> !text.isEmpty());
    }

    private Living living(ListedSession session) {
        AuditRow row = session.signIn();
        StringBuilder end = new StringBuilder(frame.getRoot()).append("/console/session-end?");
        UrlEncoded.append(end, "subject", row.subject());
        UrlEncoded.append(end, "session", row.sessionId());
        return new Living(signIn(row), session.state().wire(), end.toString());
    }

    private SignIn signIn(AuditRow row) {
        Object reason = Json.readObject(row.details()).getOrDefault("reason", "");
        return new SignIn(
                UtcTime.shown(row.occurredAt()),
                row.outcome(),
                row.clientId(),
                row.address(),
                DeviceName.of(row.userAgent()),
                Recorded.told(frame.getWords(), reason.toString()));
    }

    private Given given(ListedGrant found) {
        StringBuilder href = new StringBuilder(frame.getRoot()).append("/console/grant?");
        UrlEncoded.append(href, "id", found.grant().id());
        return new Given(
                href.toString(),
                found.grant().clientId(),
                found.grant().scope().wire(),
                UtcTime.shown(found.grant().createdAt()),
                found.state().wire());
    }

    private Registered<User> shown() {
        if (registered == null) {
            throw AdministrationRefused.unknown(Rule.NO_SUCH_USER);
        }
        return registered;
    }

    public User getUser() {
        return shown().object();
    }

    public String getName() {
        return UserLinks.claim(getUser(), "name");
    }

    public String getEmail() {
        return UserLinks.claim(getUser(), "email");
    }

    public String getRoles() {
        return UserLinks.roles(getUser(), frame.getWords());
    }

    public String getGroups() {
        return UserView.of(shown()).get("groups") instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : "";
    }

    /** The name of the file that decides about the user, empty if none does. */
    public String getFile() {
        return Owners.file(shown().owner());
    }

    /** Whether they are changed here. */
    public boolean isOurs() {
        return Owners.areOurs(shown().owner());
    }

    public String getOwner() {
        return shown().owner();
    }

    public boolean isWithPassword() {
        return !getUser().passwordHash().isEmpty();
    }

    public String getChanged() {
        return UtcTime.told(shown().updatedAt());
    }

    public List<Living> getLiving() {
        return living;
    }

    public List<SignIn> getHistory() {
        return history;
    }

    public List<Given> getGiven() {
        return given;
    }

    public String getEditHref() {
        return UserLinks.page(frame.getRoot(), "/console/user-edit", getUser().subject());
    }

    public String getPasswordHref() {
        return UserLinks.page(
                frame.getRoot(), "/console/user-password", getUser().subject());
    }

    public String getGrantsHref() {
        return UserLinks.page(frame.getRoot(), "/console/grants", getUser().subject());
    }

    public String getEndAllHref() {
        return UserLinks.page(frame.getRoot(), "/console/session-end", getUser().subject());
    }
}
