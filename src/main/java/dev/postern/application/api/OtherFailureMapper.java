package dev.postern.application.api;

import dev.postern.bearer.BearerUnavailable;
import dev.postern.data.StoreUnavailable;
import dev.postern.data.queue.EventsNotDurable;
import dev.postern.platform.ProblemDetails;
import dev.postern.platform.request.BodyRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Answers everything else in the API's own form: what JAX-RS refuses, what is away, and what we got wrong. */
@Provider
@ApplicationScoped
public class OtherFailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(OtherFailureMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException refused) {
            return refusedByServer(refused.getResponse());
        }
        if (failure instanceof BodyRefused body && body.status() != 503) {
            return Answers.problem(new ProblemDetails(
                            body.status(), "The body was refused", String.valueOf(body.getMessage())))
                    .build();
        }
        if (failure instanceof BodyRefused
                || failure instanceof StoreUnavailable
                || failure instanceof EventsNotDurable
                || failure instanceof BearerUnavailable) {
            LOG.log(Level.WARNING, "The API answers 503: {0}", failure.getMessage());
            return Answers.unavailable().build();
        }
        LOG.log(Level.SEVERE, "The API failed", failure);
        return Answers.problem(new ProblemDetails(500, "Internal Server Error", "We have been told about it."))
                .build();
    }

    private static Response refusedByServer(Response response) {
        int status = response.getStatus();
        String title = response.getStatusInfo().getReasonPhrase();
        Response.ResponseBuilder answer =
                Answers.problem(new ProblemDetails(status, title, "The API does not serve this request."));
        if (response.getHeaderString("Allow") != null) {
            answer.header("Allow", response.getHeaderString("Allow"));
        }
        return answer.build();
    }
}
