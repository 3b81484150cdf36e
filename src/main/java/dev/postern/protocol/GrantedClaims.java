package dev.postern.protocol;

import dev.postern.platform.Json;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The claims that were granted one by one, besides those that the scope releases: OpenID Connect Core section 5.5.
 *
 * @param userInfo names of those that userinfo says
 * @param idToken names of those that ID tokens say
 */
public record GrantedClaims(Set<String> userInfo, Set<String> idToken) {

    public static final GrantedClaims NONE = new GrantedClaims(Set.of(), Set.of());

    public boolean isEmpty() {
        return userInfo.isEmpty() && idToken.isEmpty();
    }

    public GrantedClaims only(Set<String> available) {
        return new GrantedClaims(common(userInfo, available), common(idToken, available));
    }

    private static Set<String> common(Set<String> names, Set<String> available) {
        Set<String> kept = new LinkedHashSet<>(names);
        kept.retainAll(available);
        return kept;
    }

    /** The form in which it is stored; empty text if there are none. */
    public String stored() {
        return isEmpty() ? "" : Json.write(this);
    }

    /** Reads what {@link #stored()} wrote. */
    public static GrantedClaims ofStored(String text) {
        return text.isEmpty() ? NONE : Json.read(text, GrantedClaims.class);
    }
}
