package dev.postern.data.queue;

/**
 * What every event of the token endpoint says about the request; empty text where the request said nothing.
 *
 * @param clientAuthentication the method that was used, on the wire
 * @param pkceMethod S256 where a verifier was checked
 */
public record TokenFacts(
        String clientId,
        String grantType,
        String clientAuthentication,
        String redirectUri,
        String scope,
        String resource,
        String pkceMethod) {}
