package dev.postern.application.api;

import dev.postern.bearer.AccessToken;
import dev.postern.platform.CurrentRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Collections;

/** Bearer authentication of the API (RFC 6750): lets no request in without a good token, and makes its subject the caller. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class BearerGuard implements ContainerRequestFilter {

    @Inject
    HttpServletRequest request;

    @Inject
    Admissions admissions;

    @Override
    public void filter(ContainerRequestContext context) {
        AccessToken token = admissions.admit(
                Collections.list(request.getHeaders("Authorization")),
                CurrentRequest.get().traceId());
        request.setAttribute(Callers.ATTRIBUTE, token);
        context.setSecurityContext(
                new TokenSecurity(token, context.getSecurityContext().isSecure()));
    }
}
