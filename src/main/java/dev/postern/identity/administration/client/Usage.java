package dev.postern.identity.administration.client;

import java.util.List;

/**
 * What a client is needed for.
 *
 * @param liveGrants how many grants it has that count, {@link #MOST_COUNTED} for so many or more
 * @param resourceServers identifiers of those that introspect as this client
 */
public record Usage(int liveGrants, List<String> resourceServers) {

    public static final int MOST_COUNTED = 1_000;
}
