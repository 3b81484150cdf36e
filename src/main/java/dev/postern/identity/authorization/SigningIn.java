package dev.postern.identity.authorization;

import dev.postern.data.database.User;
import dev.postern.data.queue.Event;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.interaction.Interaction.SignedIn;
import dev.postern.identity.authorization.interaction.Interaction.Stage;
import dev.postern.identity.authorization.interaction.Interactions;
import dev.postern.identity.authorization.interaction.PendingInteraction;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.VerifiedReturn;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.identity.authorization.session.SessionEnding;
import dev.postern.identity.authorization.session.SessionStates;
import dev.postern.identity.authorization.session.SsoSession;
import dev.postern.identity.authorization.session.SsoSessions;
import dev.postern.identity.authorization.session.SsoSessions.Started;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody has proved who they are: a new session, and on to consent or to the code.
 *
 * <p>The session's cookie is always new, whatever the browser brought (RFC 9700 section 4.7, session fixation). A session of the same
 * person goes on under its id, so that its grants still end with it; another person's ends here.
 */
@Service
class SigningIn {

    private static final List<String> PASSWORD = List.of("pwd");

    private final Interactions interactions;
    private final SsoSessions sessions;
    private final SessionEnding ending;
    private final ConsentPolicy consent;
    private final Issuing issuing;
    private final Devices devices;
    private final Cookies cookies;
    private final SessionStates states;
    private final Pages pages;

    @Inject
    SigningIn(
            Interactions interactions,
            SsoSessions sessions,
            SessionEnding ending,
            ConsentPolicy consent,
            Issuing issuing,
            Devices devices,
            Cookies cookies,
            SessionStates states,
            Pages pages) {
        this.interactions = interactions;
        this.sessions = sessions;
        this.ending = ending;
        this.consent = consent;
        this.issuing = issuing;
        this.devices = devices;
        this.cookies = cookies;
        this.states = states;
        this.pages = pages;
    }

    Answer proceed(User user, String method, PendingInteraction pending, VerifiedReturn to, Browser browser) {
        Optional<SsoSession> previous = sessions.find(browser.session());
        Optional<String> continued = previous.filter(
                        session -> session.subject().equals(user.subject()))
                .map(SsoSession::id);
        Started started = sessions.start(user.subject(), continued, PASSWORD);
        SignedIn person = Authorizer.signedIn(started.session());
        Optional<Answer> next = next(pending, to, person);
        if (next.isEmpty()) {
            return pages.again(pending, browser); // the same form was sent twice, and the other one counts
        }
        List<Event> happened = new ArrayList<>();
        previous.filter(session -> continued.isEmpty())
                .ifPresent(session -> ending.end(session, "", "another person signed in"));
        browser.session().ifPresent(sessions::forget);
        sessions.store(started);
        continued.ifPresent(id -> ending.goesOn(started.session()));
        Devices.Device device = devices.remember(user.subject(), browser);
        String clientId = to.client().id();
        happened.add(new Event.LoginSucceeded(user.subject(), clientId, person.sessionId(), method, device.wire()));
        return next.get()
                .after(happened)
                .telling(
                        devices.notification(device, user.subject(), to.client().displayName("en")))
                .withCookie(cookies.session(started.cookie()))
                .withCookie(states.cookie(person.sessionId()))
                .withCookie(cookies.device(device.cookie()));
    }

    /** On to consent or to the end of the request; empty if somebody else has moved the interaction on. */
    Optional<Answer> next(PendingInteraction pending, VerifiedReturn to, SignedIn person) {
        AuthorizationRequest request = pending.state().request();
        if (consent.need(request, to, person.subject(), true) != ConsentPolicy.Need.NOTHING) {
            return interactions.advance(pending, pending.state().askConsent(person))
                    ? Optional.of(pages.page(Stage.CONSENT, pending))
                    : Optional.empty();
        }
        return interactions.finish(pending) ? Optional.of(issuing.issue(request, to, person)) : Optional.empty();
    }
}
