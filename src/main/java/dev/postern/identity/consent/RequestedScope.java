package dev.postern.identity.consent;

import java.util.Map;

/**
 * A scope that an application asks for.
 *
 * @param descriptions the administrator's words for it by language tag; where they are missing, ours are used
 */
public record RequestedScope(String name, Map<String, String> descriptions) {

    public RequestedScope {
        descriptions = Map.copyOf(descriptions);
    }
}
