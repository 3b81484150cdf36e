package dev.postern.application.api;

import dev.postern.bearer.AccessToken;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The caller as JAX-RS sees them: an {@link AccessTokenPrincipal} whose roles are the token's scope values. */
record TokenSecurity(AccessToken token, boolean isSecure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return new AccessTokenPrincipal(token);
    }

    @Override
    public boolean isUserInRole(String role) {
        return token.scope().has(role);
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
