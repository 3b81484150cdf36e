package dev.postern.application.api;

import dev.postern.platform.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;

/**
 * Bearer authentication of the API (RFC 6750) for Jakarta Security: the caller is an {@link AccessTokenPrincipal}, its roles are the
 * token's scope values.
 *
 * <p>Outside {@code /api/} it does nothing. It never answers itself: {@link BearerGuard} refuses, so that every server refuses alike.
 */
@ApplicationScoped
public class BearerMechanism implements HttpAuthenticationMechanism {

    @Inject
    Admissions admissions;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return context.doNothing();
        }
        // No filter has run yet: the request's context is not open, only its headers are there.
        String traceId = Traces.ofHeader(request.getHeader("traceparent")).orElse("");
        Admission admission = admissions.decide(Collections.list(request.getHeaders("Authorization")), traceId);
        request.setAttribute(Admission.ATTRIBUTE, admission);
        return admission instanceof Admission.Admitted admitted
                ? context.notifyContainerAboutLogin(
                        new AccessTokenPrincipal(admitted.token()),
                        admitted.token().scope().values())
                : context.doNothing();
    }
}
