package dev.postern.identity.console.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Registered;
import dev.postern.data.database.User;
import dev.postern.identity.administration.user.UserView;
import dev.postern.identity.registration.UserMetadata;
import java.util.Collection;
import java.util.stream.Collectors;

/** What people type about a user, new or not. */
public final class UserFields {

    private String username = "";
    private String name = "";
    private String email = "";
    private String groups = "";
    private String password = "";
    private boolean enabled = true;
    private boolean administrator;
    private boolean auditor;

    void show(Registered<User> registered) {
        User user = registered.object();
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

    /** @param isNew where a field is empty: a new user has no claim that would be taken away */
    ObjectNode document(boolean isNew) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("username", username.strip());
        ObjectNode claims = document.putObject("claims");
        claim(claims, "name", name, isNew);
        claim(claims, "email", email, isNew);
        ArrayNode named = document.putArray("groups");
        groups.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(named::add);
        ArrayNode roles = document.putArray("roles");
        role(roles, UserMetadata.ADMINISTRATOR, administrator);
        role(roles, UserMetadata.AUDITOR, auditor);
        document.put("enabled", enabled);
        if (!password.isEmpty()) {
            document.put("password", password);
        }
        return document;
    }

    private static void claim(ObjectNode claims, String claim, String value, boolean isNew) {
        if (!value.isBlank()) {
            claims.put(claim, value.strip());
        } else if (!isNew) {
            claims.putNull(claim);
        }
    }

    private static void role(ArrayNode roles, String role, boolean has) {
        if (has) {
            roles.add(role);
        }
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

    /** One a line. */
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
