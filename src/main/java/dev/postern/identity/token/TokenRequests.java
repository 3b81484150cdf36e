package dev.postern.identity.token;

import dev.postern.data.queue.TokenFacts;
import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.identity.token.grant.ClientCredentialsRequest;
import dev.postern.identity.token.grant.CodeRequest;
import dev.postern.identity.token.grant.DeviceCodeRequest;
import dev.postern.identity.token.grant.RefreshRequest;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import dev.postern.protocol.Scope;
import dev.postern.protocol.TokenValue;
import java.util.Optional;

/** Parses the requests of the grants: RFC 6749 sections 4.1.3, 4.4.2 and 6, RFC 8628 section 3.4. */
final class TokenRequests {

    private TokenRequests() {}

    static CodeRequest code(RequestParameters parameters, AuthenticatedClient client, TokenFacts facts) {
        return new CodeRequest(
                client,
                required(parameters, "code"),
                parameters.get("redirect_uri"),
                parameters.get("code_verifier"),
                parameters.all("resource"),
                facts);
    }

    static RefreshRequest refresh(RequestParameters parameters, AuthenticatedClient client, TokenFacts facts) {
        return new RefreshRequest(
                client, required(parameters, "refresh_token"), scope(parameters), parameters.all("resource"), facts);
    }

    static ClientCredentialsRequest clientCredentials(RequestParameters parameters, AuthenticatedClient client) {
        return new ClientCredentialsRequest(client, scope(parameters), parameters.all("resource"));
    }

    static DeviceCodeRequest device(RequestParameters parameters, AuthenticatedClient client, TokenFacts facts) {
        return new DeviceCodeRequest(client, required(parameters, "device_code"), parameters.all("resource"), facts);
    }

    private static TokenValue required(RequestParameters parameters, String name) {
        return parameters
                .get(name)
                .map(TokenValue::new)
                .orElseThrow(() -> new OAuthRefused(OAuthErrorCode.INVALID_REQUEST, name + " is missing"));
    }

    private static Optional<Scope> scope(RequestParameters parameters) {
        return parameters
                .get("scope")
                .map(text -> Scope.parse(text)
                        .orElseThrow(() -> new OAuthRefused(OAuthErrorCode.INVALID_SCOPE, "scope is not well-formed")));
    }
}
