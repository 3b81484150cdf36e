package dev.postern.identity.clientauth;

import dev.postern.data.database.Client.ClientAuthenticationMethod;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;

/** Client authentication failed: invalid_client of RFC 6749 section 5.2, the same answer whatever the reason. */
public final class ClientNotAuthenticated extends OAuthRefused {

    private static final long serialVersionUID = 1L;

    private final String clientId;
    private final ClientAuthenticationMethod method;

    /** @param clientId the client that it claimed to be if there is such a client, else empty */
    ClientNotAuthenticated(String clientId, ClientAuthenticationMethod method, String reason) {
        super(OAuthErrorCode.INVALID_CLIENT, "client authentication failed", reason);
        this.clientId = clientId;
        this.method = method;
    }

    public String clientId() {
        return clientId;
    }

    public ClientAuthenticationMethod method() {
        return method;
    }
}
