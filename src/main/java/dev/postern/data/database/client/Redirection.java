package dev.postern.data.database.client;

import java.util.Set;

/**
 * Where the client lives in browsers: RFC 7591 section 2, RFC 8252.
 *
 * @param redirectUris compared exactly
 * @param origins registered browser origins for CORS
 */
public record Redirection(ApplicationType applicationType, Set<String> redirectUris, Set<String> origins) {

    public static final Redirection NONE = new Redirection(ApplicationType.WEB, Set.of(), Set.of());

    public boolean isNative() {
        return applicationType == ApplicationType.NATIVE;
    }
}
