package dev.postern.identity.registration.dynamic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.data.database.client.Registration;
import dev.postern.data.queue.Event.ConfigurationChanged;
import dev.postern.data.queue.Events;
import dev.postern.data.queue.EventsNotDurable;
import dev.postern.identity.clientauth.KeptSecrets;
import dev.postern.identity.registration.dynamic.RegistrationRefused.Code;
import dev.postern.platform.Issuer;
import dev.postern.platform.KeyedHashes;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.protocol.ClientSecret;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Registers clients (RFC 7591 section 3), shows, replaces and removes them (RFC 7592 section 2). Every change is an audit event. */
@Service
class Registrations {

    private static final String SECRET = "client_secret";
    private static final String TOKEN_PURPOSE = "registration-access-token";

    /** 64 characters: as many bytes as the longest HMAC asks of its key. */
    private static final int SECRET_BYTES = 48;

    /** What only the server says: RFC 7592 section 2.2. */
    private static final List<String> NOT_THE_CLIENTS = List.of(
            "registration_access_token", "registration_client_uri", "client_secret_expires_at", "client_id_issued_at");

    private final Clients clients;
    private final RegistrationPolicies policies;
    private final RegistrationRules rules;
    private final KeptSecrets secrets;
    private final KeyedHashes hashes;
    private final RandomValues random;
    private final Events events;
    private final Issuer issuer;
    private final Clock clock;

    @Inject
    Registrations(
            Clients clients,
            RegistrationPolicies policies,
            RegistrationRules rules,
            KeptSecrets secrets,
            KeyedHashes hashes,
            RandomValues random,
            Events events,
            Issuer issuer,
            Clock clock) {
        this.clients = clients;
        this.policies = policies;
        this.rules = rules;
        this.secrets = secrets;
        this.hashes = hashes;
        this.random = random;
        this.events = events;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** @throws RegistrationRefused if the policy or a rule forbids it */
    byte[] register(ObjectNode document, RegistrationPolicy policy) {
        if (policy.isBounded() && clients.ownedBy(policy.owner()).size() >= policy.mostClients()) {
            throw new RegistrationRefused(
                    Code.ACCESS_DENIED, "as many clients as this initial access token allows are registered");
        }
        String id = random.nonce();
        TokenValue token = new TokenValue(random.secret());
        ClientSecret secret = new ClientSecret(random.ofBytes(SECRET_BYTES));
        Registration registration =
                new Registration(true, clock.instant().truncatedTo(ChronoUnit.SECONDS), hash(token), true);
        Client wanted = rules.judged(RegistrationDocument.metadata(document, id), policy, registration, secret);
        Client client = wanted.withAuthentication(secrets.keep(wanted.authentication(), secret, Optional.empty()));
        clients.save(client, policy.owner());
        publish(changed(client, "created", policy.owner()), () -> clients.delete(id));
        return RegistrationAnswer.of(client, shown(client, secret), token.secret(), address(id));
    }

    /** @throws RegistrationRefused invalid_token unless the token is the client's */
    Client authorized(String clientId, Optional<TokenValue> token) {
        return clients.find(clientId)
                .filter(client -> client.registration().selfMade() && token.isPresent())
                .filter(client -> hashes.matches(
                        TOKEN_PURPOSE,
                        client.registration().accessTokenHash(),
                        token.get().secret()))
                .orElseThrow(() -> RegistrationRefused.unauthorized("the registration access token is needed"));
    }

    byte[] show(Client client, TokenValue token) {
        return RegistrationAnswer.of(client, Optional.empty(), token.secret(), address(client.id()));
    }

    /** Replaces the whole registration and rotates its access token. A secret that still serves stays, and is not shown again. */
    byte[] replace(Client before, ObjectNode document) {
        checkUpdate(before, document);
        String owner = clients.ownerOf(before.id()).orElse(RegistrationPolicy.OWNER);
        TokenValue token = new TokenValue(random.secret());
        ClientSecret fresh = new ClientSecret(random.ofBytes(SECRET_BYTES));
        Registration registration = new Registration(true, before.registration().issuedAt(), hash(token), true);
        Client wanted = rules.judged(
                RegistrationDocument.metadata(document, before.id()), policies.ofOwner(owner), registration, fresh);
        boolean keeps = keepsSecret(
                before.authentication().method(), wanted.authentication().method());
        Client client = wanted.withAuthentication(
                keeps
                        ? wanted.authentication()
                                .withSecret(
                                        before.authentication().secretHashes(),
                                        before.authentication().sealedSecret())
                                .withRetiring(before.authentication().retiring())
                        : secrets.keep(wanted.authentication(), fresh, Optional.empty()));
        clients.save(client, owner);
        publish(changed(client, "changed", owner), () -> clients.save(before, owner));
        return RegistrationAnswer.of(
                client, keeps ? Optional.empty() : shown(client, fresh), token.secret(), address(client.id()));
    }

    void remove(Client client) {
        String owner = clients.ownerOf(client.id()).orElse(RegistrationPolicy.OWNER);
        clients.delete(client.id());
        publish(changed(client, "removed", owner), () -> clients.save(client, owner));
    }

    /** What nobody can be told of must not be: the client would have a registration whose secret or token it never got. */
    private void publish(ConfigurationChanged change, Runnable undo) {
        try {
            events.publish(change);
        } catch (EventsNotDurable e) {
            undo.run();
            throw e;
        }
    }

    private void checkUpdate(Client before, ObjectNode document) {
        List<String> foreign = RegistrationDocument.present(document, NOT_THE_CLIENTS);
        if (!foreign.isEmpty()) {
            throw new RegistrationRefused(
                    Code.INVALID_REQUEST, String.join(", ", foreign) + " must be absent (RFC 7592 section 2.2)");
        }
        if (!before.id().equals(document.path("client_id").asText())) {
            throw new RegistrationRefused(Code.INVALID_REQUEST, "client_id must be the client's own");
        }
        if (document.hasNonNull(SECRET)
                && !secrets.isKept(
                        before.authentication(),
                        new ClientSecret(document.path(SECRET).asText()))) {
            throw new RegistrationRefused(
                    Code.INVALID_REQUEST, "client_secret must be the client's own: nobody chooses theirs");
        }
    }

    /** A hash does for both ways of sending a secret; an HMAC needs the secret itself. */
    private static boolean keepsSecret(ClientAuthenticationMethod before, ClientAuthenticationMethod after) {
        return before == after || (isSent(before) && isSent(after));
    }

    private static boolean isSent(ClientAuthenticationMethod method) {
        return method.usesSecret() && !method.usesAssertion();
    }

    private static Optional<ClientSecret> shown(Client client, ClientSecret secret) {
        return client.authentication().method().usesSecret() ? Optional.of(secret) : Optional.empty();
    }

    private static ConfigurationChanged changed(Client client, String change, String owner) {
        return new ConfigurationChanged("client", client.id(), change, owner);
    }

    private String hash(TokenValue token) {
        return hashes.hash(TOKEN_PURPOSE, token.secret());
    }

    private String address(String clientId) {
        return issuer.endpoint("/register/" + clientId);
    }
}
