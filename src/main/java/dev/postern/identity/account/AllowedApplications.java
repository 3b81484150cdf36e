package dev.postern.identity.account;

import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import dev.postern.data.database.Consent;
import dev.postern.data.database.Consents;
import dev.postern.data.database.ScopeDefinition;
import dev.postern.data.database.ScopeDefinitions;
import dev.postern.identity.account.visitor.AccountForms;
import dev.postern.identity.account.visitor.Visitor;
import dev.postern.identity.consent.Application;
import dev.postern.identity.consent.Permission;
import dev.postern.identity.consent.RequestedScope;
import dev.postern.page.Words;
import dev.postern.platform.Service;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a person has allowed, in words. */
@Service
class AllowedApplications {

    private final Consents consents;
    private final Clients clients;
    private final ScopeDefinitions scopes;
    private final AccountForms forms;

    @Inject
    AllowedApplications(Consents consents, Clients clients, ScopeDefinitions scopes, AccountForms forms) {
        this.consents = consents;
        this.clients = clients;
        this.scopes = scopes;
        this.forms = forms;
    }

    List<AllowedApplication> of(Visitor visitor, Locale language) {
        return consents.of(visitor.subject()).stream()
                .map(consent -> allowed(consent, visitor, language))
                .toList();
    }

    /** The name of a known application that the person has not allowed anything; empty for any other. */
    Optional<String> withoutAccess(Visitor visitor, String clientId, Locale language) {
        return clients.find(clientId)
                .filter(client -> consents.find(visitor.subject(), clientId).isEmpty())
                .map(client -> client.displayName(language.getLanguage()));
    }

    private AllowedApplication allowed(Consent consent, Visitor visitor, Locale language) {
        String clientId = consent.clientId();
        Optional<Client> client = clients.find(clientId);
        String name = client.map(known -> known.displayName(language.getLanguage()))
                .orElse(clientId); // it is gone; what was allowed to it stands until it is withdrawn
        return new AllowedApplication(
                clientId,
                Application.named(name),
                Permission.of(
                        named(consent.permissions().scope()),
                        List.copyOf(consent.permissions().claims()),
                        Words.of("consent", language)),
                consent.since(),
                forms.token(visitor, AccountEndpoint.WITHDRAW + clientId));
    }

    private List<RequestedScope> named(Scope scope) {
        return scope.values().stream()
                .map(value -> new RequestedScope(
                        value,
                        scopes.find(value).map(ScopeDefinition::descriptions).orElse(Map.of())))
                .toList();
    }
}
