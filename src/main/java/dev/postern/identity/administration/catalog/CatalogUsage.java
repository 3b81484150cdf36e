package dev.postern.identity.administration.catalog;

import java.util.List;

/**
 * What a scope or a resource server is needed for.
 *
 * @param clients ids of clients that may ask for it, {@link #MOST_NAMED} at most
 * @param resourceServers identifiers of those that it belongs to, or that may introspect its tokens
 */
public record CatalogUsage(List<String> clients, List<String> resourceServers) {

    public static final int MOST_NAMED = 100;
}
