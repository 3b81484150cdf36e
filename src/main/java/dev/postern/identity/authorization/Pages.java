package dev.postern.identity.authorization;

import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.interaction.Interaction;
import dev.postern.identity.authorization.interaction.Interactions;
import dev.postern.identity.authorization.interaction.PendingInteraction;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.identity.consent.Notice;
import dev.postern.platform.Digests;
import dev.postern.platform.Issuer;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;

/** Sends the browser to the login and consent pages, and ties what it does there to it. */
@Service
class Pages {

    private static final int LONGEST_USERNAME = 255;

    private final Interactions interactions;
    private final Cookies cookies;
    private final RandomValues random;
    private final Issuer issuer;
    private final Clock clock;

    @Inject
    Pages(Interactions interactions, Cookies cookies, RandomValues random, Issuer issuer, Clock clock) {
        this.interactions = interactions;
        this.cookies = cookies;
        this.random = random;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * @param again somebody is signed in
     * @param offered who that is, if they may go on without proving it again
     */
    Answer login(
            AuthorizationRequest request,
            String expectedSubject,
            boolean again,
            Interaction.SignedIn offered,
            Browser browser) {
        Notice notice = again && offered.equals(Interaction.SignedIn.NOBODY) ? Notice.SIGN_IN_AGAIN : Notice.NONE;
        String hint = request.loginHint().length() > LONGEST_USERNAME ? "" : request.loginHint();
        return begin(Interaction.Stage.LOGIN, request, expectedSubject, hint, notice, offered, browser);
    }

    Answer consent(AuthorizationRequest request, Interaction.SignedIn person, Browser browser) {
        return begin(Interaction.Stage.CONSENT, request, "", "", Notice.NONE, person, browser);
    }

    private Answer begin(
            Interaction.Stage stage,
            AuthorizationRequest request,
            String expectedSubject,
            String username,
            Notice notice,
            Interaction.SignedIn person,
            Browser browser) {
        String binding = browser.binding().orElseGet(random::secret);
        String id = interactions.begin(new Interaction(
                Digests.sha256(binding),
                stage,
                0,
                request,
                expectedSubject,
                username,
                notice,
                person,
                clock.instant()));
        Answer answer = Answer.to(url(stage, id));
        return browser.binding().isPresent() ? answer : answer.withCookie(cookies.binding(binding));
    }

    /** The page where an interaction stands now, whoever moved it there. */
    Answer again(PendingInteraction pending, Browser browser) {
        Interaction.Stage stage = interactions
                .find(pending.id(), browser)
                .map(now -> now.state().stage())
                .orElse(pending.state().stage());
        return Answer.to(url(stage, pending.id()));
    }

    Answer page(Interaction.Stage stage, PendingInteraction pending) {
        return Answer.to(url(stage, pending.id()));
    }

    private String url(Interaction.Stage stage, String id) {
        String path = stage == Interaction.Stage.LOGIN ? "/login" : "/consent";
        return issuer.endpoint(path + "?interaction=" + id);
    }
}
