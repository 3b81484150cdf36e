package dev.postern.identity.authorization;

import dev.postern.data.database.Clients;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.interaction.Interaction.SignedIn;
import dev.postern.identity.authorization.interaction.Interaction.Stage;
import dev.postern.identity.authorization.interaction.Interactions;
import dev.postern.identity.authorization.interaction.PendingInteraction;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.VerifiedReturn;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.identity.authorization.session.SsoSessions;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Service;
import jakarta.inject.Inject;

/** The person goes on as whom they are signed in: OpenID Connect Core section 3.1.2.1, {@code prompt=select_account}. */
@Service
class AccountChoice {

    private final Interactions interactions;
    private final SsoSessions sessions;
    private final Clients clients;
    private final SigningIn signingIn;
    private final Pages pages;

    @Inject
    AccountChoice(Interactions interactions, SsoSessions sessions, Clients clients, SigningIn signingIn, Pages pages) {
        this.interactions = interactions;
        this.sessions = sessions;
        this.clients = clients;
        this.signingIn = signingIn;
        this.pages = pages;
    }

    /** @throws PageRefused if the form is not this browser's, not the pending one, offers nobody, or the session has ended meanwhile */
    Answer goOn(String interaction, String token, Browser browser) {
        PendingInteraction pending = interactions
                .answered(interaction, token, Stage.LOGIN, browser)
                .filter(found -> isStillSignedIn(found.state().signedIn(), browser))
                .orElseThrow(() -> new PageRefused(Problem.EXPIRED));
        AuthorizationRequest request = pending.state().request();
        CurrentRequest.joinTrace(request.traceId());
        VerifiedReturn to = VerifiedReturn.verify(clients, request);
        return signingIn.next(pending, to, pending.state().signedIn()).orElseGet(() -> pages.again(pending, browser));
    }

    private boolean isStillSignedIn(SignedIn offered, Browser browser) {
        return sessions.find(browser.session())
                .filter(session -> session.id().equals(offered.sessionId()))
                .isPresent();
    }
}
