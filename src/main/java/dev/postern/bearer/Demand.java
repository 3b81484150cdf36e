package dev.postern.bearer;

import java.util.Set;

/**
 * What a token must be for.
 *
 * @param audiences any of which it must name
 * @param introspect true: ask the authorization server for a JWT too, so that it is refused soon after its revocation
 */
public record Demand(Set<String> audiences, boolean introspect) {

    public Demand {
        audiences = Set.copyOf(audiences);
    }
}
