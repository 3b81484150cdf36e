package dev.postern.identity.clientauth;

import dev.postern.data.database.Client;
import dev.postern.data.database.client.ClientAuthenticationMethod;

/** A client that has shown who it is; a public one (method none) has only said so: RFC 6749 section 2.3. */
public record AuthenticatedClient(Client client, ClientAuthenticationMethod method) {

    public String id() {
        return client.id();
    }

    public boolean isConfidential() {
        return method != ClientAuthenticationMethod.NONE;
    }
}
