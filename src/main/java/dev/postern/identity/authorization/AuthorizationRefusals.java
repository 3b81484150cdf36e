package dev.postern.identity.authorization;

import dev.postern.data.queue.Event;
import dev.postern.data.queue.EventsNotDurable;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.departure.Departures;
import dev.postern.identity.authorization.request.AuthorizationRefused;
import dev.postern.identity.authorization.request.AuthorizationRequest.Device;
import dev.postern.identity.authorization.request.RefusedByRedirect;
import dev.postern.identity.authorization.request.RefusedOnPage;
import dev.postern.identity.failure.ProblemPages;
import dev.postern.identity.http.Reply;
import dev.postern.page.Problem;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Answers a refused authorization request, by redirect or on a page, once the refusal is on record: RFC 6749 section 4.1.2.1. */
@Service
class AuthorizationRefusals {

    private final AuthorizationResponses responses;
    private final DeviceResponses devices;
    private final Departures departures;
    private final ProblemPages pages;
    private final HopTrace hopTrace;

    @Inject
    AuthorizationRefusals(
            AuthorizationResponses responses,
            DeviceResponses devices,
            Departures departures,
            ProblemPages pages,
            HopTrace hopTrace) {
        this.responses = responses;
        this.devices = devices;
        this.departures = departures;
        this.pages = pages;
        this.hopTrace = hopTrace;
    }

    Reply answer(AuthorizationRefused refused, HttpServletRequest http) {
        Event event = new Event.AuthorizationRefused(
                Facts.of(refused.request()), refused.error().wire(), refused.reason(), "");
        try {
            Optional<Device> device = refused.request().device();
            if (refused instanceof RefusedByRedirect && device.isPresent()) {
                return departures.leave(devices.refused(device.get()).with(event), http);
            }
            if (refused instanceof RefusedByRedirect redirect) {
                hopTrace.passed(
                        redirect.request().traceId(),
                        Hop.H8,
                        Remark.ERROR_SENT,
                        redirect.to().shownAs(),
                        redirect.error().wire());
                return departures.leave(Answer.to(responses.refusal(redirect)).with(event), http);
            }
            departures.publish(List.of(event));
            return pages.page(((RefusedOnPage) refused).problem(), http);
        } catch (EventsNotDurable e) {
            return pages.page(Problem.UNAVAILABLE, http);
        }
    }
}
