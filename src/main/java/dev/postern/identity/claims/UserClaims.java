package dev.postern.identity.claims;

import dev.postern.data.database.ScopeDefinition;
import dev.postern.data.database.ScopeDefinitions;
import dev.postern.data.database.User;
import dev.postern.platform.JsonObject;
import dev.postern.platform.Service;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The claims about a user with their JSON types: OpenID Connect Core sections 5.1 and 5.4. */
@Service
public class UserClaims {

    private static final String SUB = "sub";
    private static final String UPDATED_AT = "updated_at";

    private final ScopeDefinitions scopes;

    @Inject
    public UserClaims(ScopeDefinitions scopes) {
        this.scopes = scopes;
    }

    /** The names of the claims that a scope releases; never {@code sub}, which every answer says anyway. */
    public Set<String> releasedBy(Scope scope) {
        Set<String> released = new HashSet<>();
        for (String value : scope.values()) {
            scopes.find(value).map(ScopeDefinition::claims).ifPresent(released::addAll);
        }
        released.remove(SUB);
        return released;
    }

    /** Writes those of the claims that the user has. */
    public void write(User user, Set<String> released, JsonObject document) {
        new TreeMap<>(user.claims()).forEach((name, value) -> {
            if (released.contains(name)) {
                document.put(name, value);
            }
        });
        if (released.contains(UPDATED_AT) && !user.claims().containsKey(UPDATED_AT)) {
            document.put(UPDATED_AT, user.updatedAt());
        }
    }

    /** What the user has under that name. */
    public static Optional<Object> value(User user, String name) {
        Map<String, Object> claims = user.claims();
        return name.equals(UPDATED_AT) && !claims.containsKey(name)
                ? Optional.of(user.updatedAt().getEpochSecond())
                : Optional.ofNullable(claims.get(name));
    }
}
