package dev.postern.identity.authorization;

import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.data.queue.Event;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.interaction.Interaction.SignedIn;
import dev.postern.identity.authorization.request.AuthorizationChecks;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.IdTokenHints;
import dev.postern.identity.authorization.request.RefusedByRedirect;
import dev.postern.identity.authorization.request.VerifiedReturn;
import dev.postern.identity.authorization.requestobject.RequestObjects;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.identity.authorization.session.SsoSession;
import dev.postern.identity.authorization.session.SsoSessions;
import dev.postern.identity.subject.Subjects;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Walks an authorization request from its parameters to a code or to a page: OpenID Connect Core section 3.1.2 (H3 to H5). What a device has asked
 * for goes the same way from the page where its code was typed: RFC 8628 section 3.3.
 */
@Service
class Authorizer {

    private final Clients clients;
    private final Users users;
    private final AuthorizationChecks checks;
    private final IdTokenHints hints;
    private final RequestObjects requestObjects;
    private final Subjects subjects;
    private final SsoSessions sessions;
    private final ConsentPolicy consent;
    private final Pages pages;
    private final Issuing issuing;
    private final HopTrace hopTrace;
    private final Clock clock;

    @Inject
    Authorizer(
            Clients clients,
            Users users,
            AuthorizationChecks checks,
            IdTokenHints hints,
            RequestObjects requestObjects,
            Subjects subjects,
            SsoSessions sessions,
            ConsentPolicy consent,
            Pages pages,
            Issuing issuing,
            HopTrace hopTrace,
            Clock clock) {
        this.clients = clients;
        this.users = users;
        this.checks = checks;
        this.hints = hints;
        this.requestObjects = requestObjects;
        this.subjects = subjects;
        this.sessions = sessions;
        this.consent = consent;
        this.pages = pages;
        this.issuing = issuing;
        this.hopTrace = hopTrace;
        this.clock = clock;
    }

    Answer authorize(AuthorizationRequest received, Browser browser) {
        AuthorizationRequest sent = received.device().isPresent() ? received : requestObjects.unfold(received);
        CurrentRequest.joinTrace(sent.traceId());
        hopTrace.passed(sent.traceId(), Hop.H3, Remark.REQUEST_ARRIVED);
        VerifiedReturn to = VerifiedReturn.verify(clients, sent);
        Scope scope = received.device().isPresent() ? checkedBefore(sent, to.client()) : checks.run(sent, to);
        hopTrace.passed(sent.traceId(), Hop.H4, Remark.CLIENT_KNOWN, to.client().id());
        String expectedSubject = expectedSubject(sent);
        AuthorizationRequest request = sent.kept(scope, to.client().requests().maxAge());
        Optional<SsoSession> session = session(browser);
        hopTrace.passed(sent.traceId(), Hop.H5, session.isPresent() ? Remark.SESSION_FOUND : Remark.NO_SESSION);
        return next(request, to, expectedSubject, session, browser).after(List.of(requested(request, session)));
    }

    /** What a device asks for was checked when it asked; should the client have lost something since, that does not count. */
    private static Scope checkedBefore(AuthorizationRequest ofDevice, Client client) {
        return Scope.ofWire(ofDevice.scope()).only(client.access().scope().values());
    }

    /** Who must answer, as the client knows them: OpenID Connect Core sections 3.1.2.1 and 5.5.1. Empty for anybody. */
    private String expectedSubject(AuthorizationRequest sent) {
        return hints.read(sent.idTokenHint())
                .map(IdTokenHints.Hint::subject)
                .or(() -> sent.claimsRequest().valuesOf("sub").stream()
                        .map(String::valueOf)
                        .findFirst())
                .orElse("");
    }

    /** A session of somebody who may not sign in any more counts as none. */
    private Optional<SsoSession> session(Browser browser) {
        return sessions.current(browser.session())
                .filter(found ->
                        users.bySubject(found.subject()).map(User::enabled).orElse(false));
    }

    private Answer next(
            AuthorizationRequest request,
            VerifiedReturn to,
            String expectedSubject,
            Optional<SsoSession> session,
            Browser browser) {
        if (session.isEmpty() || mustAsk(request, to, session.get(), expectedSubject)) {
            refuseIfSilent(request, to, OAuthErrorCode.LOGIN_REQUIRED);
            SignedIn offered = session.filter(found -> !mustProve(request, to, found, expectedSubject))
                    .map(Authorizer::signedIn)
                    .orElse(SignedIn.NOBODY);
            return pages.login(request, expectedSubject, session.isPresent(), offered, browser);
        }
        SignedIn person = signedIn(session.get());
        return switch (consent.need(request, to, person.subject(), false)) {
            case NOTHING -> issuing.issue(request, to, person);
            case CONSENT -> {
                refuseIfSilent(request, to, OAuthErrorCode.CONSENT_REQUIRED);
                yield pages.consent(request, person, browser);
            }
            case INTERACTION -> {
                refuseIfSilent(request, to, OAuthErrorCode.INTERACTION_REQUIRED);
                yield pages.consent(request, person, browser);
            }
        };
    }

    private boolean mustAsk(
            AuthorizationRequest request, VerifiedReturn to, SsoSession session, String expectedSubject) {
        String shown = subjects.shown(to.client(), session.subject());
        return LoginPolicy.mustAsk(request, session, expectedSubject, shown, clock.instant());
    }

    private boolean mustProve(
            AuthorizationRequest request, VerifiedReturn to, SsoSession session, String expectedSubject) {
        String shown = subjects.shown(to.client(), session.subject());
        return LoginPolicy.mustProve(request, session, expectedSubject, shown, clock.instant());
    }

    private static void refuseIfSilent(AuthorizationRequest request, VerifiedReturn to, OAuthErrorCode error) {
        if (request.isSilent()) {
            throw new RefusedByRedirect(request, to, error, "the person would have to be asked");
        }
    }

    static SignedIn signedIn(SsoSession session) {
        return new SignedIn(session.subject(), session.id(), session.authTime(), session.amr(), session.endsAt());
    }

    private static Event requested(AuthorizationRequest request, Optional<SsoSession> session) {
        return new Event.AuthorizationRequested(
                Facts.of(request),
                session.map(SsoSession::id).orElse(""),
                session.map(SsoSession::subject).orElse(""));
    }
}
