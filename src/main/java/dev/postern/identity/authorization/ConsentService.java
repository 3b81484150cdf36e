package dev.postern.identity.authorization;

import dev.postern.data.database.Clients;
import dev.postern.data.database.Permissions;
import dev.postern.data.queue.Event;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.departure.Departures;
import dev.postern.identity.authorization.interaction.Interaction.SignedIn;
import dev.postern.identity.authorization.interaction.Interaction.Stage;
import dev.postern.identity.authorization.interaction.Interactions;
import dev.postern.identity.authorization.interaction.PendingInteraction;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.RefusedByRedirect;
import dev.postern.identity.authorization.request.VerifiedReturn;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.identity.authorization.session.SsoSessions;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import jakarta.inject.Inject;
import java.util.List;

/** The consent form (B6): the person allows or denies, once: OpenID Connect Core section 3.1.2.4 (H7). */
@Service
class ConsentService {

    private final Interactions interactions;
    private final SsoSessions sessions;
    private final Clients clients;
    private final ConsentPolicy consent;
    private final Issuing issuing;
    private final Departures departures;
    private final HopTrace hopTrace;

    @Inject
    ConsentService(
            Interactions interactions,
            SsoSessions sessions,
            Clients clients,
            ConsentPolicy consent,
            Issuing issuing,
            Departures departures,
            HopTrace hopTrace) {
        this.interactions = interactions;
        this.sessions = sessions;
        this.clients = clients;
        this.consent = consent;
        this.issuing = issuing;
        this.departures = departures;
        this.hopTrace = hopTrace;
    }

    /** What the person may decide. */
    enum Decision {
        ALLOW,
        DENY;

        static Decision of(String text) {
            return switch (text) {
                case "allow" -> ALLOW;
                case "deny" -> DENY;
                default -> throw new PageRefused(Problem.BAD_REQUEST);
            };
        }
    }

    /** @throws PageRefused if the form is not this browser's, not the pending one, or the session has ended meanwhile */
    Answer decide(String interaction, String token, Decision decision, Browser browser) {
        PendingInteraction pending = interactions
                .answered(interaction, token, Stage.CONSENT, browser)
                .filter(found -> isStillSignedIn(found.state().signedIn(), browser))
                .orElseThrow(() -> new PageRefused(Problem.EXPIRED));
        AuthorizationRequest request = pending.state().request();
        CurrentRequest.joinTrace(request.traceId());
        VerifiedReturn to = VerifiedReturn.verify(clients, request);
        if (!interactions.finish(pending)) {
            throw new PageRefused(Problem.EXPIRED);
        }
        SignedIn person = pending.state().signedIn();
        hopTrace.passed(request.traceId(), Hop.H7, decision == Decision.ALLOW ? Remark.ALLOWED : Remark.DENIED);
        return decision == Decision.ALLOW ? allow(request, to, person) : deny(request, to, person);
    }

    private boolean isStillSignedIn(SignedIn person, Browser browser) {
        return sessions.find(browser.session())
                .map(session -> session.id().equals(person.sessionId()))
                .orElse(false);
    }

    private Answer allow(AuthorizationRequest request, VerifiedReturn to, SignedIn person) {
        String clientId = to.client().id();
        Permissions asked = consent.asked(request, to.client());
        consent.remember(person.subject(), clientId, asked);
        Event given = new Event.ConsentGiven(
                person.subject(), clientId, person.sessionId(), request.scope(), String.join(" ", asked.claims()));
        return issuing.issue(request, to, person).after(List.of(given));
    }

    private Answer deny(AuthorizationRequest request, VerifiedReturn to, SignedIn person) {
        Permissions asked = consent.asked(request, to.client());
        departures.publish(List.of(new Event.ConsentDenied(
                person.subject(),
                to.client().id(),
                person.sessionId(),
                request.scope(),
                String.join(" ", asked.claims()))));
        throw new RefusedByRedirect(request, to, OAuthErrorCode.ACCESS_DENIED, "the person denied it");
    }
}
