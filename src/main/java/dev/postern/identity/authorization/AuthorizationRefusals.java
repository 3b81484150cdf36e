package dev.postern.identity.authorization;

import dev.postern.data.queue.Event;
import dev.postern.data.queue.EventsNotDurable;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.departure.Departures;
import dev.postern.identity.authorization.request.AuthorizationRefused;
import dev.postern.identity.authorization.request.RefusedByRedirect;
import dev.postern.identity.authorization.request.RefusedOnPage;
import dev.postern.identity.failure.ProblemPages;
import dev.postern.page.Problem;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Answers a refused authorization request, by redirect or on a page, once the refusal is on record: RFC 6749 section 4.1.2.1. */
@Provider
public class AuthorizationRefusals implements ExceptionMapper<AuthorizationRefused> {

    @Inject
    AuthorizationResponses responses;

    @Inject
    Departures departures;

    @Inject
    ProblemPages pages;

    @Inject
    HopTrace hopTrace;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(AuthorizationRefused refused) {
        Event event = new Event.AuthorizationRefused(
                Facts.of(refused.request()), refused.error().wire(), refused.reason(), "");
        try {
            if (refused instanceof RefusedByRedirect redirect) {
                hopTrace.passed(
                        redirect.request().traceId(),
                        Hop.H8,
                        Remark.ERROR_SENT,
                        redirect.to().shownAs(),
                        redirect.error().wire());
                return departures.leave(Answer.to(responses.refusal(redirect)).with(event));
            }
            departures.publish(List.of(event));
            return pages.page(((RefusedOnPage) refused).problem(), headers);
        } catch (EventsNotDurable e) {
            return pages.page(Problem.UNAVAILABLE, headers);
        }
    }
}
