package dev.postern.identity.clientauth;

import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.platform.Service;
import dev.postern.protocol.ClientSecret;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Checks a secret against what its client registered; an unknown client takes as long as a wrong secret. */
@Service
class RegisteredSecrets {

    private final Clients clients;
    private final ClientSecrets secrets;
    private final Clock clock;

    @Inject
    RegisteredSecrets(Clients clients, ClientSecrets secrets, Clock clock) {
        this.clients = clients;
        this.secrets = secrets;
        this.clock = clock;
    }

    AuthenticatedClient authenticate(String clientId, ClientSecret secret, ClientAuthenticationMethod method) {
        Optional<Client> client = clients.find(clientId);
        boolean matches = secrets.matches(
                client.map(found -> found.authentication().hashesAt(clock.instant()))
                        .orElse(List.of()),
                secret);
        if (client.isEmpty()) {
            throw ClientNotAuthenticated.unknown(clientId, method);
        }
        if (client.get().authentication().method() != method) {
            throw new ClientNotAuthenticated(clientId, method, "not the registered authentication method");
        }
        if (!matches) {
            throw new ClientNotAuthenticated(clientId, method, "wrong secret");
        }
        return new AuthenticatedClient(client.get(), method);
    }
}
