package dev.postern.identity.token;

import dev.postern.data.queue.TokenFacts;
import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.identity.token.grant.GrantType;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;

/**
 * What is known so far about one request to the token endpoint; its events say so.
 *
 * @param facts of the request, with the client once it is known
 */
record TokenExchange(TokenFacts facts) {

    TokenExchange() {
        this(new TokenFacts("", "", "", "", "", "", ""));
    }

    TokenExchange of(RequestParameters parameters) {
        return new TokenExchange(new TokenFacts(
                "",
                parameters.get("grant_type").orElse(""),
                "",
                parameters.get("redirect_uri").orElse(""),
                parameters.get("scope").orElse(""),
                String.join(" ", parameters.all("resource")),
                parameters.has("code_verifier") ? "S256" : ""));
    }

    TokenExchange by(AuthenticatedClient client) {
        return by(client.id(), client.method().wire());
    }

    TokenExchange by(String clientId, String authentication) {
        return new TokenExchange(new TokenFacts(
                clientId,
                facts.grantType(),
                authentication,
                facts.redirectUri(),
                facts.scope(),
                facts.resource(),
                facts.pkceMethod()));
    }

    /** The grant that is asked for, if this client may use it: RFC 6749 section 5.2. */
    GrantType grantType(AuthenticatedClient client) {
        if (facts.grantType().isEmpty()) {
            throw new OAuthRefused(OAuthErrorCode.INVALID_REQUEST, "grant_type is missing");
        }
        GrantType grantType = GrantType.named(facts.grantType())
                .orElseThrow(() ->
                        new OAuthRefused(OAuthErrorCode.UNSUPPORTED_GRANT_TYPE, "this grant type is not supported"));
        if (!client.client().mayUse(grantType.wire())) {
            throw new OAuthRefused(OAuthErrorCode.UNAUTHORIZED_CLIENT, "the client may not use this grant type");
        }
        return grantType;
    }
}
