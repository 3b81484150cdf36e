package dev.postern.identity.authorization;

import dev.postern.identity.authorization.request.AuthorizationRefused;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A refusal that a form of the login or consent page leads to. */
@Provider
public class AuthorizationRefusedMapper implements ExceptionMapper<AuthorizationRefused> {

    @Inject
    AuthorizationRefusals refusals;

    @Inject
    HttpServletRequest request;

    @Override
    public Response toResponse(AuthorizationRefused refused) {
        return refusals.answer(refused, request).toResponse();
    }
}
