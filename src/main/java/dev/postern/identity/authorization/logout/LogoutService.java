package dev.postern.identity.authorization.logout;

import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.request.IdTokenHints;
import dev.postern.identity.authorization.request.IdTokenHints.Hint;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.identity.authorization.session.SessionEnding;
import dev.postern.identity.authorization.session.SessionStates;
import dev.postern.identity.authorization.session.SsoSession;
import dev.postern.identity.authorization.session.SsoSessions;
import dev.postern.identity.subject.Subjects;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Ends single sign-on sessions: RP-Initiated Logout sections 2 and 3.
 *
 * <p>An authentic hint for the session of this browser, expired or not, ends it at once; without one the person is asked, so that
 * no other site can sign people out.
 */
@Service
class LogoutService {

    private final Clients clients;
    private final SsoSessions sessions;
    private final SessionEnding ending;
    private final FrontChannel frontChannel;
    private final PendingLogouts pending;
    private final IdTokenHints hints;
    private final Subjects subjects;
    private final Cookies cookies;
    private final SessionStates states;
    private final Issuer issuer;

    @Inject
    LogoutService(
            Clients clients,
            SsoSessions sessions,
            SessionEnding ending,
            FrontChannel frontChannel,
            PendingLogouts pending,
            IdTokenHints hints,
            Subjects subjects,
            Cookies cookies,
            SessionStates states,
            Issuer issuer) {
        this.clients = clients;
        this.sessions = sessions;
        this.ending = ending;
        this.frontChannel = frontChannel;
        this.pending = pending;
        this.hints = hints;
        this.subjects = subjects;
        this.cookies = cookies;
        this.states = states;
        this.issuer = issuer;
    }

    /** @throws PageRefused if the request contradicts itself or leads where it must not */
    Answer request(LogoutRequest request, Browser browser) {
        Optional<Hint> hint = hints.read(request.idTokenHint());
        String clientId = clientId(request, hint);
        Optional<LogoutReturn> to = LogoutReturn.verify(clients, clientId, request.postLogoutRedirectUri());
        Optional<SsoSession> session = sessions.find(browser.session());
        if (session.isEmpty()) {
            return signedOut(to, request.state());
        }
        if (hint.isPresent() && isFor(hint.get(), session.get())) {
            return end(session.get(), clientId, to, request.state(), request.uiLocales(), browser);
        }
        String id = pending.begin(new PendingLogout(
                session.get().id(),
                session.get().subject(),
                clientId,
                request.postLogoutRedirectUri(),
                request.state(),
                request.uiLocales()));
        return Answer.to(issuer.endpoint("/logout-confirm?logout=" + id));
    }

    private static String clientId(LogoutRequest request, Optional<Hint> hint) {
        String hinted = hint.map(Hint::clientId).orElse("");
        if (!request.clientId().isEmpty()
                && !hinted.isEmpty()
                && !request.clientId().equals(hinted)) {
            throw new PageRefused(Problem.BAD_REQUEST);
        }
        return request.clientId().isEmpty() ? hinted : request.clientId();
    }

    private boolean isFor(Hint hint, SsoSession session) {
        String shown = clients.find(hint.clientId())
                .map(client -> subjects.shown(client, session.subject()))
                .orElse(session.subject());
        return hint.subject().equals(shown)
                && (hint.sessionId().isEmpty() || hint.sessionId().equals(session.id()));
    }

    /** @throws PageRefused if the form is not this browser's or was answered before */
    Answer confirm(String id, String formToken, boolean signOut, Browser browser) {
        PendingLogout logout =
                pending.answered(id, formToken, browser).orElseThrow(() -> new PageRefused(Problem.EXPIRED));
        if (!signOut) {
            return Answer.to(issuer.endpoint("/account"));
        }
        Optional<LogoutReturn> to = LogoutReturn.verify(clients, logout.clientId(), logout.redirectUri());
        SsoSession session = sessions.find(browser.session()).orElseThrow(() -> new PageRefused(Problem.EXPIRED));
        return end(session, logout.clientId(), to, logout.state(), logout.uiLocales(), browser);
    }

    private Answer end(
            SsoSession session,
            String clientId,
            Optional<LogoutReturn> to,
            String state,
            String uiLocales,
            Browser browser) {
        List<Client> participants = ending.end(session, clientId, "logout");
        browser.session().ifPresent(sessions::forget);
        List<String> frames = frontChannel.frames(participants, session.id());
        String continueAt = to.map(uri -> uri.with(state)).orElse("");
        return frames.isEmpty()
                ? signedOut(to, state)
                : leaving(frontChannel.page(new SignedOut(frames, continueAt, uiLocales)));
    }

    private Answer signedOut(Optional<LogoutReturn> to, String state) {
        return leaving(to.map(uri -> uri.with(state)).orElseGet(() -> issuer.endpoint(FrontChannel.PAGE)));
    }

    private Answer leaving(String location) {
        return Answer.to(location).withCookie(cookies.noSession()).withCookie(states.noCookie());
    }
}
