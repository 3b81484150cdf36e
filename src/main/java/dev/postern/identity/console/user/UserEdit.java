package dev.postern.identity.console.user;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Registered;
import dev.postern.data.database.User;
import dev.postern.identity.administration.change.Expected;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.administration.user.PasswordAdministration;
import dev.postern.identity.administration.user.UserAdministration;
import dev.postern.identity.administration.user.UserView;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.identity.registration.UserMetadata;
import dev.postern.protocol.UrlEncoded;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The form of a user, new or not: {@code /console/user-edit}, {@code /console/user-edit?subject=…}. */
@Named
@RequestScoped
public class UserEdit {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Inject
    UserAdministration users;

    @Inject
    PasswordAdministration passwords;

    @Inject
    Outcome outcome;

    @Inject
    Frame frame;

    private String username = "";
    private String name = "";
    private String email = "";
    private String groups = "";
    private String password = "";
    private String revision = "";
    private boolean enabled = true;
    private boolean administrator;
    private boolean auditor;

    /** It takes a fresh sign-in; the fields are those of the register unless something was typed. */
    public void open() {
        Guard.mayWrite(frame.by(), Area.USERS);
        frame.requireFreshSignIn();
        if (!isAdding() && !outcome.isRefused()) {
            fill(users.find(frame.by(), subject()));
        }
    }

    private void fill(Registered<User> registered) {
        User user = registered.object();
        revision = registered.revision();
        username = user.username();
        name = UserLinks.claim(user, "name");
        email = UserLinks.claim(user, "email");
        groups = UserView.of(registered).get("groups") instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : "";
        enabled = user.enabled();
        administrator = user.roles().contains(UserMetadata.ADMINISTRATOR);
        auditor = user.roles().contains(UserMetadata.AUDITOR);
    }

    /** Makes or changes the user. */
    public void save() {
        outcome.of(() -> {
            Registered<User> saved = isAdding()
                    ? users.create(frame.by(), document())
                    : passwords.patch(frame.by(), subject(), new Expected(revision), document());
            StringBuilder page = new StringBuilder("/console/user?notice=").append(isAdding() ? "created" : "saved");
            UrlEncoded.append(page, "subject", saved.object().subject());
            return page.toString();
        });
    }

    private ObjectNode document() {
        ObjectNode document = MAPPER.createObjectNode();
        document.put("username", username.strip());
        ObjectNode claims = document.putObject("claims");
        claim(claims, "name", name);
        claim(claims, "email", email);
        ArrayNode named = document.putArray("groups");
        groups.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(named::add);
        ArrayNode roles = document.putArray("roles");
        List.of(Map.entry(UserMetadata.ADMINISTRATOR, administrator), Map.entry(UserMetadata.AUDITOR, auditor)).stream()
                .filter(Map.Entry::getValue)
                .forEach(role -> roles.add(role.getKey()));
        document.put("enabled", enabled);
        if (!password.isEmpty()) {
            document.put("password", password);
        }
        return document;
    }

    /** An empty field takes the claim away; a new user has none to be taken away. */
    private void claim(ObjectNode claims, String claim, String value) {
        if (!value.isBlank()) {
            claims.put(claim, value.strip());
        } else if (!isAdding()) {
            claims.putNull(claim);
        }
    }

    /** What was sent, for the comparison after a conflict; never the password. */
    public Map<String, Object> getMine() {
        ObjectNode document = document();
        document.remove("password");
        return MAPPER.convertValue(document, new com.fasterxml.jackson.core.type.TypeReference<>() {});
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

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getGroups() {
        return groups;
    }

    public void setGroups(String groups) {
        this.groups = groups;
    }

    /** Never shown again. */
    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getRevision() {
        return revision;
    }

    public void setRevision(String revision) {
        this.revision = revision;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public boolean isAdministrator() {
        return administrator;
    }

    public void setAdministrator(boolean administrator) {
        this.administrator = administrator;
    }

    public boolean isAuditor() {
        return auditor;
    }

    public void setAuditor(boolean auditor) {
        this.auditor = auditor;
    }
}
