package dev.postern.application.api;

import dev.postern.bearer.AccessToken;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The caller as MicroProfile JWT shows it, for JWT and opaque tokens alike. Its groups are the token's scope values; the raw token
 * is not kept.
 */
final class AccessTokenPrincipal implements JsonWebToken {

    private final AccessToken token;

    AccessTokenPrincipal(AccessToken token) {
        this.token = token;
    }

    @Override
    public String getName() {
        return token.subject();
    }

    @Override
    public Set<String> getClaimNames() {
        return token.claims().keySet();
    }

    @Override
    public Set<String> getGroups() {
        return token.scope().values();
    }

    @Override
    public Set<String> getAudience() {
        return new LinkedHashSet<>(token.audience());
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"
    }) // null: no such claim, as the interface demands
    public <T> T getClaim(String claimName) {
        return (T) value(claimName);
    }

    private @Nullable Object value(String name) {
        if (name.equals(Claims.aud.name())) {
            return getAudience();
        }
        Object value = token.claims().get(name);
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccessTokenPrincipal principal && principal.token.equals(token);
    }

    @Override
    public int hashCode() {
        return Objects.hash(token.subject(), token.clientId());
    }

    @Override
    public String toString() {
        return token.subject();
    }
}
