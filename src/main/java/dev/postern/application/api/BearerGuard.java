package dev.postern.application.api;

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

/** Lets no request into the API without a good token. It decides itself where the server has not called {@link BearerMechanism}. */
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
        if (request.getAttribute(Admission.ATTRIBUTE) == null) {
            request.setAttribute(
                    Admission.ATTRIBUTE,
                    admissions.decide(
                            Collections.list(request.getHeaders("Authorization")),
                            CurrentRequest.get().traceId()));
        }
        if (request.getAttribute(Admission.ATTRIBUTE) instanceof Admission.Refused refused) {
            throw refused.reason();
        }
    }
}
