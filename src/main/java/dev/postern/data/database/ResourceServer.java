package dev.postern.data.database;

import java.time.Duration;
import java.util.Set;

/**
 * A resource server: RFC 8707.
 *
 * @param identifier its resource indicator, an absolute URI, and the audience of its tokens
 * @param scopes the scope values that belong to it
 * @param tokenLifetime of access tokens for it
 * @param clientId the client as which it calls introspection, empty if it does not
 * @param mayIntrospect identifiers of the resource servers whose tokens it may introspect besides its own
 */
public record ResourceServer(
        String identifier,
        String name,
        Set<String> scopes,
        TokenFormat tokenFormat,
        Duration tokenLifetime,
        String clientId,
        Set<String> mayIntrospect) {

    /** JWT (RFC 9068) or opaque. */
    public enum TokenFormat {
        JWT,
        OPAQUE
    }
}
