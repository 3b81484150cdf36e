package dev.postern.identity.clientauth;

import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import jakarta.inject.Inject;

/** none: a public client names itself by client_id and proves nothing, RFC 6749 section 3.2.1. */
@Service
class PublicClient {

    private final Clients clients;

    @Inject
    PublicClient(Clients clients) {
        this.clients = clients;
    }

    AuthenticatedClient authenticate(RequestParameters parameters) {
        String claimedId = clientId(parameters);
        Client client = clients.find(claimedId)
                .orElseThrow(() -> ClientNotAuthenticated.unknown(claimedId, ClientAuthenticationMethod.NONE));
        if (client.authentication().method() != ClientAuthenticationMethod.NONE) {
            throw new ClientNotAuthenticated(
                    client.id(), ClientAuthenticationMethod.NONE, "a confidential client did not authenticate");
        }
        return new AuthenticatedClient(client, ClientAuthenticationMethod.NONE);
    }

    /** @throws OAuthRefused if the request names no client at all */
    static String clientId(RequestParameters parameters) {
        return parameters
                .get("client_id")
                .orElseThrow(() -> new OAuthRefused(OAuthErrorCode.INVALID_CLIENT, "the request names no client"));
    }
}
