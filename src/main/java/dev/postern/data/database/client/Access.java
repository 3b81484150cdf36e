package dev.postern.data.database.client;

import dev.postern.protocol.Scope;
import java.util.Set;

/**
 * What the client may ask for.
 *
 * @param grantTypes wire names of the grants that it may use
 * @param responseTypes wire names, {@code code} by default
 * @param defaultResource resource used when none is asked for and no scope belongs to one; empty: the issuer
 * @param resources identifiers it may ask for; empty: any that its scopes belong to
 * @param firstParty true: an administrator chose that no consent is asked
 */
public record Access(
        Set<String> grantTypes,
        Set<String> responseTypes,
        Scope scope,
        String defaultResource,
        Set<String> resources,
        boolean firstParty) {

    public static final Access NONE = new Access(Set.of(), Set.of(), Scope.NONE, "", Set.of(), false);
}
