package dev.postern.bearer;

import dev.postern.picture.Hop;
import java.util.Optional;

/**
 * Who validates: the gateway or the API.
 *
 * @param name in cache keys, thread names and metrics
 * @param clientId as which it introspects
 * @param cacheHop what the hop trace calls a look into the cache
 * @param issuerHop what it calls a question to the authorization server, if the picture draws one
 */
public record Party(String name, String clientId, Hop cacheHop, Optional<Hop> issuerHop) {}
