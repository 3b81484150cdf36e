package dev.postern.application.api;

import dev.postern.bearer.AccessToken;
import dev.postern.bearer.BearerRefused;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.data.queue.EventsNotDurable;
import dev.postern.platform.ProblemDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Refuses as RFC 6750 section 3 says, with problem details (RFC 9457); the refusal is durable in the audit trail before it leaves. */
@Provider
@ApplicationScoped
public class BearerRefusedMapper implements ExceptionMapper<BearerRefused> {

    private static final String REALM = "api";

    @Inject
    HttpServletRequest request;

    @Inject
    Events events;

    @Override
    public Response toResponse(BearerRefused refused) {
        try {
            events.publish(event(refused));
        } catch (EventsNotDurable notDurable) {
            return Answers.unavailable().build();
        }
        String title = switch (refused.status()) {
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            default -> "Unauthorized";
        };
        return Answers.problem(new ProblemDetails(refused.status(), title, refused.description()))
                .header("WWW-Authenticate", refused.challenge(REALM))
                .build();
    }

    private Event event(BearerRefused refused) {
        Optional<AccessToken> token = Callers.of(request);
        return new Event.ApiCallRefused(
                "api",
                token.map(AccessToken::subject).orElse(""),
                token.map(AccessToken::clientId).orElse(""),
                request.getMethod(),
                request.getRequestURI(),
                refused.status(),
                refused.reason());
    }
}
