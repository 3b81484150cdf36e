package dev.postern.identity.administration.user;

import dev.postern.data.database.Registered;
import dev.postern.data.database.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A user as administrators see them. Of the password it says only whether there is one. */
public final class UserView {

    /** Groups are the claim of this name, so that a scope can release them. */
    static final String GROUPS = "groups";

    private UserView() {}

    public static Map<String, Object> of(Registered<User> registered) {
        User user = registered.object();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("subject", user.subject());
        view.putAll(fields(user));
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("owner", registered.owner());
        meta.put("revision", registered.revision());
        meta.put("updated_at", registered.updatedAt().toString());
        meta.put("has_password", !user.passwordHash().isEmpty());
        view.put("meta", meta);
        return view;
    }

    /** What administrators may change, by the names that it is read by. */
    static Map<String, Object> fields(User user) {
        Map<String, Object> claims = new LinkedHashMap<>(user.claims());
        Object groups = claims.remove(GROUPS);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("username", user.username());
        fields.put("claims", claims);
        fields.put("roles", List.copyOf(user.roles()));
        fields.put(GROUPS, groups instanceof Collection<?> many ? new ArrayList<>(many) : List.of());
        fields.put("enabled", user.enabled());
        return fields;
    }
}
