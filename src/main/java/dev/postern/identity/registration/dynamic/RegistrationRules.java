package dev.postern.identity.registration.dynamic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Client;
import dev.postern.data.database.ScopeDefinitions;
import dev.postern.data.database.client.Access;
import dev.postern.data.database.client.AssertionAudience;
import dev.postern.data.database.client.Authentication;
import dev.postern.data.database.client.PkcePolicy;
import dev.postern.data.database.client.Refresh;
import dev.postern.data.database.client.Registration;
import dev.postern.data.database.client.Requests;
import dev.postern.identity.registration.ClientDraft;
import dev.postern.identity.registration.ClientMetadata;
import dev.postern.identity.registration.ClientRules;
import dev.postern.identity.registration.KnownNames;
import dev.postern.identity.registration.Problem;
import dev.postern.identity.registration.StrictFields;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.Service;
import dev.postern.protocol.ClientSecret;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges what a client asks to be: the rules for all clients, the policy that it registers under, and what it points to.
 *
 * <p>The scope is narrowed to what the policy allows (RFC 7591 section 2); everything else beyond the policy is refused.
 */
@Service
class RegistrationRules {

    private final ScopeDefinitions scopes;
    private final SectorIdentifiers sectors;

    @Inject
    RegistrationRules(ScopeDefinitions scopes, SectorIdentifiers sectors) {
        this.scopes = scopes;
        this.sectors = sectors;
    }

    /**
     * @param metadata with the client's id
     * @param secret that it will have if its method needs one
     * @throws RegistrationRefused with every rule that it breaks
     */
    Client judged(ObjectNode metadata, RegistrationPolicy policy, Registration registration, ClientSecret secret) {
        List<Problem> problems = new ArrayList<>();
        ClientDraft read = ClientMetadata.read(new StrictFields(metadata, "", problems), Optional.empty());
        refuse(problems);
        Client client = under(policy, read.client(), metadata.has("scope")).withRegistration(registration);
        boolean needsSecret = client.authentication().method().usesSecret();
        ClientDraft draft = new ClientDraft(client, needsSecret ? Optional.of(secret) : Optional.empty());
        ClientRules.check(draft, new KnownNames(scope -> scopes.find(scope).isPresent(), resource -> false))
                .forEach(violation -> problems.add(violation.at("")));
        checkPolicy(client, policy, problems);
        refuse(problems);
        sectors.refuse(client).ifPresent(rule -> problems.add(new Problem("/sector_identifier_uri", rule.brokenBy())));
        refuse(problems);
        return client;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw RegistrationRefused.of(problems);
        }
    }

    /** What the client has no say in. */
    private Client under(RegistrationPolicy policy, Client client, boolean asksForScope) {
        Scope allowed = policy.scope().without(unknown(policy.scope()));
        Access access = client.access();
        Requests requests = client.requests();
        return new Client(
                client.id(),
                client.presentation(),
                client.redirection(),
                under(policy, client.authentication()),
                client.keys(),
                new Access(
                        access.grantTypes(),
                        access.responseTypes(),
                        asksForScope ? access.scope().only(allowed.values()) : allowed,
                        "",
                        Set.of(),
                        false),
                new Requests(
                        client.isConfidential() ? policy.pkce() : PkcePolicy.REQUIRED,
                        requests.objectAlgorithm(),
                        requests.requestUris(),
                        requests.defaultMaxAge(),
                        requests.requireAuthTime(),
                        requests.defaultAcrValues()),
                client.identity(),
                new Refresh(client.refresh().policy(), client.refresh().use(), Duration.ZERO),
                client.logout(),
                client.registration());
    }

    private static Authentication under(RegistrationPolicy policy, Authentication asked) {
        return new Authentication(
                asked.method(),
                asked.secretHashes(),
                asked.sealedSecret(),
                asked.algorithm(),
                asked.method().usesAssertion() ? policy.audience() : AssertionAudience.ISSUER,
                asked.retiring());
    }

    private Set<String> unknown(Scope scope) {
        return Set.copyOf(scope.values().stream()
                .filter(value -> scopes.find(value).isEmpty())
                .toList());
    }

    private static void checkPolicy(Client client, RegistrationPolicy policy, List<Problem> problems) {
        within("grant_types", client.access().grantTypes(), policy.grantTypes(), problems);
        within("response_types", client.access().responseTypes(), policy.responseTypes(), problems);
        String method = client.authentication().method().wire();
        within("token_endpoint_auth_method", List.of(method), policy.methods(), problems);
    }

    private static void within(String field, Collection<String> asked, Set<String> allowed, List<Problem> problems) {
        if (!allowed.containsAll(asked)) {
            problems.add(new Problem("/" + field, Rule.BEYOND_POLICY.brokenBy()));
        }
    }
}
