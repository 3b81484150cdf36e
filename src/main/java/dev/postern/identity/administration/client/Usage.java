package dev.postern.identity.administration.client;

import java.util.List;

/**
 * What a client is needed for: what would stop working without it. Numbers are {@link #MOST_COUNTED} for so many or more.
 *
 * @param liveGrants how many grants it has that count
 * @param people how many people have given them
 * @param refreshTokens how many families of refresh tokens it can use still
 * @param resourceServers identifiers of those that introspect as this client
 * @param owner who decides about it: where it is a file, the file would bring it back
 */
public record Usage(int liveGrants, int people, int refreshTokens, List<String> resourceServers, String owner) {

    public static final int MOST_COUNTED = 1_000;

    /** Whether nothing and nobody would notice. */
    public boolean isNone() {
        return liveGrants == 0 && refreshTokens == 0 && resourceServers.isEmpty();
    }
}
