package dev.postern.identity.authorization;

import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import dev.postern.data.database.Permissions;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.data.database.ScopeDefinitions;
import dev.postern.data.database.Users;
import dev.postern.identity.authorization.interaction.Interaction;
import dev.postern.identity.authorization.interaction.Interaction.Stage;
import dev.postern.identity.authorization.interaction.PendingInteraction;
import dev.postern.identity.authorization.logout.FrontChannel;
import dev.postern.identity.authorization.logout.PendingLogouts;
import dev.postern.identity.authorization.request.AuthorizationRefused;
import dev.postern.identity.authorization.request.AuthorizationRequest.Device;
import dev.postern.identity.authorization.request.VerifiedReturn;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.identity.consent.Application;
import dev.postern.identity.consent.ConsentView;
import dev.postern.identity.consent.Interactions;
import dev.postern.identity.consent.LoginView;
import dev.postern.identity.consent.LogoutView;
import dev.postern.identity.consent.RequestedScope;
import dev.postern.identity.consent.SignedOutView;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the screens what this browser has pending (B6). */
@Service
class PendingScreens implements Interactions {

    private final PendingPages pending;
    private final PendingLogouts logouts;
    private final ConsentPolicy consentPolicy;
    private final FrontChannel frontChannel;
    private final Clients clients;
    private final Users users;
    private final ScopeDefinitions scopes;
    private final Cookies cookies;
    private final Issuer issuer;
    private final HttpServletRequest request;

    /** @param request stands for the request of whoever calls */
    @Inject
    PendingScreens(
            PendingPages pending,
            PendingLogouts logouts,
            ConsentPolicy consentPolicy,
            FrontChannel frontChannel,
            Clients clients,
            Users users,
            ScopeDefinitions scopes,
            Cookies cookies,
            Issuer issuer,
            HttpServletRequest request) {
        this.pending = pending;
        this.logouts = logouts;
        this.consentPolicy = consentPolicy;
        this.frontChannel = frontChannel;
        this.clients = clients;
        this.users = users;
        this.scopes = scopes;
        this.cookies = cookies;
        this.issuer = issuer;
        this.request = request;
    }

    @Override
    public Optional<LoginView> login(String interaction) {
        return at(Stage.LOGIN).flatMap(found -> verified(found).map(to -> login(interaction, found, to)));
    }

    private LoginView login(String interaction, PendingInteraction found, VerifiedReturn to) {
        Interaction state = found.state();
        String uiLocales = state.request().uiLocales();
        Application application = application(to.client(), uiLocales);
        String subject = state.signedIn().subject();
        String offered = subject.isEmpty() ? "" : People.name(users.bySubject(subject));
        return new LoginView(
                interaction, found.formToken(), application, offered, state.username(), state.notice(), uiLocales);
    }

    @Override
    public Optional<ConsentView> consent(String interaction) {
        return at(Stage.CONSENT).flatMap(found -> verified(found).map(to -> consent(interaction, found, to)));
    }

    private ConsentView consent(String interaction, PendingInteraction found, VerifiedReturn to) {
        Interaction state = found.state();
        String uiLocales = state.request().uiLocales();
        Permissions asked = consentPolicy.asked(state.request(), to.client());
        return new ConsentView(
                interaction,
                found.formToken(),
                application(to.client(), uiLocales),
                People.name(users.bySubject(state.signedIn().subject())),
                requested(asked.scope()),
                List.copyOf(asked.claims()),
                to.shownAs(),
                Optional.empty(),
                issuer.endpoint("/account"),
                state.request().device().map(Device::userCode).orElse(""),
                uiLocales);
    }

    @Override
    public Optional<LogoutView> logout(String logout) {
        return logouts.find(logout, cookies.read(request))
                .map(found -> new LogoutView(
                        logout,
                        found.formToken(),
                        People.name(users.bySubject(found.state().subject())),
                        found.state().uiLocales()));
    }

    @Override
    public Optional<SignedOutView> signedOut(String logout) {
        return frontChannel
                .find(logout)
                .map(page -> new SignedOutView(page.frames(), page.continueAt(), page.uiLocales()));
    }

    private Optional<PendingInteraction> at(Stage stage) {
        return pending.of(request).filter(found -> found.state().stage() == stage);
    }

    /** Empty if the client, or its redirect URI, has gone meanwhile. */
    private Optional<VerifiedReturn> verified(PendingInteraction found) {
        try {
            return Optional.of(VerifiedReturn.verify(clients, found.state().request()));
        } catch (AuthorizationRefused e) {
            return Optional.empty();
        }
    }

    private List<RequestedScope> requested(Scope scope) {
        return scope.values().stream()
                .map(value -> new RequestedScope(
                        value,
                        scopes.find(value).map(ScopeDefinition::descriptions).orElse(Map.of())))
                .toList();
    }

    private Application application(Client client, String uiLocales) {
        String language = PendingPages.language(uiLocales, request);
        return new Application(
                client.displayName(language),
                PendingPages.logo(client, language),
                client.presentation().policyUri().in(language),
                client.presentation().tosUri().in(language));
    }
}
