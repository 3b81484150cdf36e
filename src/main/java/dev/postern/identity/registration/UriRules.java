package dev.postern.identity.registration;

import dev.postern.data.database.client.ApplicationType;
import dev.postern.identity.rule.Breach;
import dev.postern.identity.rule.Rule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which URIs a client may register: RFC 6749 section 3.1.2, RFC 8252 sections 7 and 8.4, RFC 9700 section 2.1.
 *
 * <p>Each method answers what a URI breaks, or nothing if it is fine.
 */
public final class UriRules {

    private static final int LONGEST = 2_000;
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]+");
    private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)(^|/)(\\.|%2e){1,2}(/|$)");

    private UriRules() {}

    /** Redirect URIs and post-logout redirect URIs: compared exactly, so nothing in them may be open. */
    public static Optional<Breach> refuseRedirect(String text, ApplicationType type) {
        Optional<Breach> malformed = refuseAbsolute(text);
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
    public static Optional<Breach> refuseAbsolute(String text) {
        if (text.length() > LONGEST) {
            return broken(Rule.TOO_LONG, LONGEST);
        }
        if (!PRINTABLE.matcher(text).matches()) {
            return broken(Rule.URI_CHARACTERS);
        }
        if (text.contains("*")) {
            return broken(Rule.URI_WILDCARD);
        }
        try {
            URI uri = new URI(text);
            if (!uri.isAbsolute()) {
                return broken(Rule.URI_RELATIVE);
            }
            return uri.getRawFragment() == null ? Optional.empty() : broken(Rule.URI_FRAGMENT);
        } catch (URISyntaxException e) {
            return broken(Rule.NOT_A_URI);
        }
    }

    private static Optional<Breach> refuseWeb(URI uri, String scheme) {
        if (uri.getHost() == null || uri.isOpaque()) {
            return broken(Rule.URI_HOST);
        }
        if (uri.getRawUserInfo() != null) {
            return broken(Rule.URI_USER);
        }
        if (DOT_SEGMENT.matcher(uri.getRawPath()).find()) {
            return broken(Rule.URI_DOTS);
        }
        if (scheme.equals("http") && !isLoopback(uri.getHost())) {
            return broken(Rule.URI_HTTP);
        }
        return Optional.empty();
    }

    private static Optional<Breach> refuseCustomScheme(URI uri, String scheme, ApplicationType type) {
        if (type != ApplicationType.NATIVE) {
            return broken(Rule.URI_SCHEME_OF_WEB);
        }
        if (!scheme.contains(".")) {
            return broken(Rule.URI_SCHEME_WITHOUT_DOT);
        }
        return uri.isOpaque() ? broken(Rule.URI_SCHEME_WITHOUT_PATH) : Optional.empty();
    }

    /** An origin as a browser sends it (RFC 6454 section 6.2): scheme, host and port, nothing else. */
    public static Optional<Breach> refuseOrigin(String text) {
        Optional<Breach> malformed = refuseAbsolute(text);
        if (malformed.isPresent()) {
            return malformed;
        }
        URI uri = URI.create(text);
        String scheme = uri.getScheme();
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return broken(Rule.ORIGIN_SCHEME);
        }
        Optional<Breach> refused = refuseWeb(uri, scheme);
        if (refused.isPresent()) {
            return refused;
        }
        boolean defaultPort = uri.getPort() == (scheme.equals("https") ? 443 : 80);
        String serialised = scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT)
                + (uri.getPort() < 0 || defaultPort ? "" : ":" + uri.getPort());
        return text.equals(serialised) ? Optional.empty() : broken(Rule.ORIGIN_FORM, serialised);
    }

    /** Pages and pictures that people are shown: https, or http on loopback. */
    public static Optional<Breach> refusePage(String text) {
        return refuseRedirect(text, ApplicationType.WEB);
    }

    private static Optional<Breach> broken(Rule rule, Object... values) {
        return Optional.of(rule.brokenBy(values));
    }

    public static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.equals("[::1]")
                || IPV4_LOOPBACK.matcher(host).matches();
    }
}
