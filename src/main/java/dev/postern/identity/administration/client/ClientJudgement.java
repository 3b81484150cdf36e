package dev.postern.identity.administration.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Client;
import dev.postern.data.database.ResourceServers;
import dev.postern.data.database.ScopeDefinitions;
import dev.postern.data.database.client.Registration;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.registration.ClientDraft;
import dev.postern.identity.registration.ClientFields;
import dev.postern.identity.registration.ClientMetadata;
import dev.postern.identity.registration.ClientRules;
import dev.postern.identity.registration.Faults;
import dev.postern.identity.registration.KnownNames;
import dev.postern.identity.registration.Problem;
import dev.postern.identity.registration.StrictFields;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import dev.postern.protocol.ClientSecret;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an administrator wants a client to be, read strictly and judged by the rules that every registration follows. */
@Service
class ClientJudgement {

    private final ScopeDefinitions scopes;
    private final ResourceServers servers;
    private final Issuer issuer;

    @Inject
    ClientJudgement(ScopeDefinitions scopes, ResourceServers servers, Issuer issuer) {
        this.scopes = scopes;
        this.servers = servers;
        this.issuer = issuer;
    }

    /**
     * @param registration how the client came to be registered, which nobody changes
     * @param secret that it has or will have if its method needs one
     * @throws AdministrationRefused with every rule that it breaks
     */
    Client judged(Administrator by, ObjectNode document, String id, Registration registration, ClientSecret secret) {
        List<Problem> problems = new ArrayList<>();
        refuseForeign(document, id, problems);
        ObjectNode metadata = document.deepCopy();
        metadata.remove(List.of("client_secret", "meta"));
        metadata.put("client_id", id);
        StrictFields fields = new StrictFields(metadata, "", problems);
        fields.onlyHas(ClientFields.and());
        ClientDraft read = ClientMetadata.read(fields, Optional.empty());
        boolean enabled = read.client().isEnabled();
        Client client = read.client().withRegistration(registration.enabled(enabled));
        boolean needsSecret = client.authentication().method().usesSecret();
        ClientDraft draft = new ClientDraft(client, needsSecret ? Optional.of(secret) : Optional.empty());
        new Faults("", problems).add(ClientRules.check(draft, known()), ClientRules.ALONE::contains);
        refuseMoreThanOwn(by, client.access().scope(), problems);
        refuse(problems);
        return client;
    }

    /** What is not the administrator's to say. */
    private static void refuseForeign(ObjectNode document, String id, List<Problem> problems) {
        if (document.has("client_secret")) {
            problems.add(new Problem("/client_secret", Rule.SECRET_OF_SERVER.brokenBy()));
        }
        if (document.has("meta")) {
            problems.add(new Problem("/meta", Rule.META_OF_SERVER.brokenBy()));
        }
        if (document.has("client_id") && !document.path("client_id").asText().equals(id)) {
            problems.add(new Problem("/client_id", Rule.CLIENT_ID_CHANGED.brokenBy()));
        }
    }

    /** @throws AdministrationRefused if the client may administer more than whoever wants to change it */
    void requireNoMoreThanOwn(Administrator by, Client client) {
        List<Problem> problems = new ArrayList<>();
        refuseMoreThanOwn(by, client.access().scope(), problems);
        refuse(problems);
    }

    private static void refuseMoreThanOwn(Administrator by, Scope scope, List<Problem> problems) {
        by.beyondOwn(scope)
                .values()
                .forEach(value -> problems.add(new Problem("/scope", Rule.MORE_THAN_OWN.brokenBy(value))));
    }

    private KnownNames known() {
        return new KnownNames(
                scope -> scopes.find(scope).isPresent(),
                resource -> resource.equals(issuer.value())
                        || servers.find(resource).isPresent());
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw AdministrationRefused.invalid(problems);
        }
    }
}
