package dev.postern.data.queue;

/**
 * What every event of the authorization endpoint says about the request; empty text where the request said nothing.
 *
 * @param pkceMethod S256 or empty
 */
public record AuthorizationFacts(
        String clientId,
        String redirectUri,
        String scope,
        String responseType,
        String responseMode,
        String prompt,
        String pkceMethod) {}
