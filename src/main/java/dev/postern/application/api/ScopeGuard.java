package dev.postern.application.api;

import dev.postern.bearer.BearerRefused;
import dev.postern.protocol.Scope;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Refuses tokens without the scope that a method needs: RFC 6750 section 3.1, insufficient_scope. */
@Provider
@NeedsScope
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class ScopeGuard implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Inject
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        String needed =
                resource.getResourceMethod().getAnnotation(NeedsScope.class).value();
        boolean has =
                Callers.of(request).map(token -> token.scope().has(needed)).orElse(false);
        if (!has) {
            throw BearerRefused.tooLittleScope(Scope.of(needed));
        }
    }
}
