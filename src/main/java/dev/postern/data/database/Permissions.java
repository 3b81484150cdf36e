package dev.postern.data.database;

import dev.postern.protocol.Scope;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a person is asked for, or has given.
 *
 * @param claims names of claims that the scope does not release by itself
 */
public record Permissions(Scope scope, Set<String> claims) {

    public Permissions {
        claims = Collections.unmodifiableSet(new LinkedHashSet<>(claims));
    }

    public static Permissions of(Scope scope) {
        return new Permissions(scope, Set.of());
    }

    public boolean covers(Permissions other) {
        return scope.covers(other.scope) && claims.containsAll(other.claims);
    }

    public Permissions plus(Permissions other) {
        Set<String> all = new LinkedHashSet<>(claims);
        all.addAll(other.claims);
        return new Permissions(scope.plus(other.scope), all);
    }
}
