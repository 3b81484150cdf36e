package dev.postern.identity.clientauth;

import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds out which client is calling, by exactly one method: RFC 6749 section 2.3. */
@Service
public class ClientAuthenticator {

    private final ClientSecretBasic basic;
    private final ClientSecretPost post;
    private final ClientAssertions assertions;
    private final PublicClient none;
    private final ClientThrottle throttle;

    @Inject
    public ClientAuthenticator(
            ClientSecretBasic basic,
            ClientSecretPost post,
            ClientAssertions assertions,
            PublicClient none,
            ClientThrottle throttle) {
        this.basic = basic;
        this.post = post;
        this.assertions = assertions;
        this.none = none;
        this.throttle = throttle;
    }

    /**
     * @param authorization the Authorization header fields of the request
     * @throws ClientNotAuthenticated if it is not who it says, or has failed too often
     * @throws OAuthRefused invalid_request if it uses several methods at once or names no client
     */
    public AuthenticatedClient authenticate(List<String> authorization, RequestParameters parameters) {
        AuthenticatedClient client;
        try {
            client = proven(authorization, parameters);
        } catch (ClientNotAuthenticated failure) {
            throw throttle.counted(failure);
        }
        throttle.admit(client);
        return client;
    }

    private AuthenticatedClient proven(List<String> authorization, RequestParameters parameters) {
        ClientAuthenticationMethod method = method(authorization, parameters);
        return switch (method) {
            case CLIENT_SECRET_BASIC -> basic.authenticate(authorization.get(0), parameters);
            case CLIENT_SECRET_POST -> post.authenticate(parameters);
            case CLIENT_SECRET_JWT, PRIVATE_KEY_JWT -> assertions.authenticate(parameters);
            case NONE -> none.authenticate(parameters);
        };
    }

    /** An assertion is private_key_jwt until its client is known. */
    private static ClientAuthenticationMethod method(List<String> authorization, RequestParameters parameters) {
        Set<ClientAuthenticationMethod> used = EnumSet.noneOf(ClientAuthenticationMethod.class);
        if (!authorization.isEmpty()) {
            used.add(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        }
        if (parameters.has("client_secret")) {
            used.add(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        }
        if (parameters.has("client_assertion") || parameters.has("client_assertion_type")) {
            used.add(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        }
        if (used.size() > 1 || authorization.size() > 1) {
            throw new OAuthRefused(
                    OAuthErrorCode.INVALID_REQUEST, "the request uses more than one way of client authentication");
        }
        return used.isEmpty()
                ? ClientAuthenticationMethod.NONE
                : used.iterator().next();
    }
}
