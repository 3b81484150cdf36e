package dev.postern.application.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what cannot be served: RFC 9457. */
@Provider
@ApplicationScoped
public class ApiRefusedMapper implements ExceptionMapper<ApiRefused> {

    @Override
    public Response toResponse(ApiRefused refused) {
        return Answers.problem(refused.problem()).build();
    }
}
