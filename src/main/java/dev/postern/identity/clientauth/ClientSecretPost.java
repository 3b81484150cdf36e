package dev.postern.identity.clientauth;

import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.platform.Service;
import dev.postern.protocol.ClientSecret;
import dev.postern.protocol.RequestParameters;
import jakarta.inject.Inject;

/** client_secret_post: RFC 6749 section 2.3.1, id and secret in the body. */
@Service
class ClientSecretPost {

    private final RegisteredSecrets registered;

    @Inject
    ClientSecretPost(RegisteredSecrets registered) {
        this.registered = registered;
    }

    AuthenticatedClient authenticate(RequestParameters parameters) {
        return registered.authenticate(
                PublicClient.clientId(parameters),
                new ClientSecret(parameters.get("client_secret").orElse("")),
                ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }
}
