package dev.postern.identity.registration;

import dev.postern.data.database.Client;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which redirect URIs are a client's own: exact text (RFC 9700 section 4.1.3), and RFC 8252 section 7.3 for native clients. */
public final class RedirectUris {

    /** Literal loopback addresses only: {@code localhost} can be made to resolve elsewhere (RFC 8252 section 8.3). */
    private static final Pattern LOOPBACK =
            Pattern.compile("(http://(?:127\\.0\\.0\\.1|\\[::1]))(?::(\\d{1,5}))?((?:[/?].*)?)");

    private static final int HIGHEST_PORT = 65_535;

    private RedirectUris() {}

    /** Whether the client may be answered at this URI. */
    public static boolean registered(Client client, String uri) {
        return client.redirection().redirectUris().contains(uri)
                || (isNative(client) && registeredOnAnyPort(client.redirection().redirectUris(), uri));
    }

    private static boolean registeredOnAnyPort(Set<String> registered, String uri) {
        Matcher asked = LOOPBACK.matcher(uri);
        if (!asked.matches() || !isPort(asked.group(2))) {
            return false;
        }
        return registered.stream()
                .map(LOOPBACK::matcher)
                .anyMatch(known -> known.matches()
                        && known.group(1).equals(asked.group(1))
                        && known.group(3).equals(asked.group(3)));
    }

    private static boolean isPort(@Nullable String digits) {
        return digits == null || (Integer.parseInt(digits) > 0 && Integer.parseInt(digits) <= HIGHEST_PORT);
    }

    /**
     * Whether the URI leads to whatever program listens on this machine, {@code localhost} included, or has claimed the scheme, and no
     * secret tells the client from it: RFC 8252 section 8.6. Plain http is registered for loopback addresses only.
     */
    public static boolean isImpersonable(Client client, String uri) {
        if (uri.startsWith("https://")) {
            return false;
        }
        return !uri.startsWith("http://") || isNative(client) || !client.isConfidential();
    }

    private static boolean isNative(Client client) {
        return client.redirection().isNative();
    }
}
