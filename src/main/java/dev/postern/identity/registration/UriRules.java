package dev.postern.identity.registration;

import dev.postern.data.database.client.ApplicationType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which URIs a client may register: RFC 6749 section 3.1.2, RFC 8252 sections 7 and 8.4, RFC 9700 section 2.1.
 *
 * <p>Each method answers the reason why a URI is refused, or nothing if it is not.
 */
public final class UriRules {

    private static final int LONGEST = 2_000;
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]+");
    private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)(^|/)(\\.|%2e){1,2}(/|$)");

    private UriRules() {}

    /** Redirect URIs and post-logout redirect URIs: compared exactly, so nothing in them may be open. */
    public static Optional<String> refuseRedirect(String text, ApplicationType type) {
        Optional<String> malformed = refuseAbsolute(text);
        if (malformed.isPresent()) {
            return malformed;
        }
        URI uri = URI.create(text);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "https", "http" -> refuseWeb(uri, scheme);
            default -> refuseCustomScheme(uri, scheme, type);
        };
    }

    /** RFC 8707 section 2: an absolute URI without a fragment. */
    public static Optional<String> refuseAbsolute(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " characters");
        }
        if (!PRINTABLE.matcher(text).matches()) {
            return Optional.of("must be a URI: printable ASCII without blanks");
        }
        if (text.contains("*")) {
            return Optional.of("must not contain a wildcard: it is compared exactly");
        }
        try {
            URI uri = new URI(text);
            if (!uri.isAbsolute()) {
                return Optional.of("must be an absolute URI, not a relative one");
            }
            return uri.getRawFragment() == null ? Optional.empty() : Optional.of("must not have a fragment");
        } catch (URISyntaxException e) {
            return Optional.of("is not a URI");
        }
    }

    private static Optional<String> refuseWeb(URI uri, String scheme) {
        if (uri.getHost() == null || uri.isOpaque()) {
            return Optional.of("needs a host");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("must not contain a user name or password");
        }
        if (DOT_SEGMENT.matcher(uri.getRawPath()).find()) {
            return Optional.of("must not contain . or .. in its path");
        }
        if (scheme.equals("http") && !isLoopback(uri.getHost())) {
            return Optional.of("must be https; http is for loopback addresses only");
        }
        return Optional.empty();
    }

    private static Optional<String> refuseCustomScheme(URI uri, String scheme, ApplicationType type) {
        if (type != ApplicationType.NATIVE) {
            return Optional.of("must be https; schemes of one's own are for native clients");
        }
        if (!scheme.contains(".")) {
            return Optional.of("a scheme of one's own must be a reversed domain name, with a dot"
                    + " (RFC 8252 section 7.1): com.example.app:/callback");
        }
        return uri.isOpaque() ? Optional.of("needs a path: com.example.app:/callback") : Optional.empty();
    }

    /** An origin as a browser sends it (RFC 6454 section 6.2): scheme, host and port, nothing else. */
    public static Optional<String> refuseOrigin(String text) {
        Optional<String> malformed = refuseAbsolute(text);
        if (malformed.isPresent()) {
            return malformed;
        }
        URI uri = URI.create(text);
        String scheme = uri.getScheme();
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("must start with https:// (http:// on loopback addresses)");
        }
        Optional<String> refused = refuseWeb(uri, scheme);
        if (refused.isPresent()) {
            return refused;
        }
        boolean defaultPort = uri.getPort() == (scheme.equals("https") ? 443 : 80);
        String serialised = scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT)
                + (uri.getPort() < 0 || defaultPort ? "" : ":" + uri.getPort());
        return text.equals(serialised) ? Optional.empty() : Optional.of("write it as browsers do: " + serialised);
    }

    /** Pages and pictures that people are shown: https, or http on loopback. */
    public static Optional<String> refusePage(String text) {
        return refuseRedirect(text, ApplicationType.WEB);
    }

    public static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.equals("[::1]")
                || IPV4_LOOPBACK.matcher(host).matches();
    }
}
