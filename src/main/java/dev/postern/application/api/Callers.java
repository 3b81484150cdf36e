package dev.postern.application.api;

import dev.postern.bearer.AccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Gives resources their caller. */
@ApplicationScoped
public class Callers {

    static final String ATTRIBUTE = AccessToken.class.getName();

    @Produces
    @RequestScoped
    @Caller
    JsonWebToken caller(HttpServletRequest request) {
        return of(request)
                .map(AccessTokenPrincipal::new)
                .orElseThrow(
                        () -> new IllegalStateException("asked for the caller of a request that was not admitted"));
    }

    /** The token that {@link BearerGuard} has admitted; none where a request was refused. */
    static Optional<AccessToken> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof AccessToken token ? Optional.of(token) : Optional.empty();
    }
}
