package dev.postern.platform;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;

/**
 * The issuer identifier (RFC 8414 section 2, OpenID Connect Discovery section 3) and the URLs built on it.
 *
 * <p>It comes from configuration only: the Host header and forwarded headers never reach a document. Cookie names and the
 * Secure attribute follow its scheme, never the request's.
 */
@Service
public class Issuer {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String value;
    private final String backChannel;

    @Inject
    public Issuer(Settings settings) {
        this(settings.get(PlatformSettings.ISSUER), settings.get(PlatformSettings.BACK_CHANNEL_URL));
    }

    public Issuer(String issuer, String backChannelUrl) {
        this.value = checked(issuer);
        this.backChannel = backChannelUrl.isEmpty() ? value : withoutTrailingSlash(backChannelUrl);
    }

    private static String checked(String issuer) {
        URI uri = URI.create(withoutTrailingSlash(issuer));
        if (uri.getHost() == null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || uri.getUserInfo() != null) {
            throw new IllegalStateException(
                    "setting postern.issuer must be an absolute URL without query, fragment or user");
        }
        boolean http = "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
        if (!http && !"https".equals(uri.getScheme())) {
            throw new IllegalStateException("setting postern.issuer must begin with https:// in small letters;"
                    + " http:// is accepted on a loopback address only");
        }
        return uri.toString();
    }

    private static String withoutTrailingSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The identifier itself, without a trailing slash. */
    public String value() {
        return value;
    }

    /** A public URL below the issuer: {@code endpoint("/token")}. */
    public String endpoint(String path) {
        return value + path;
    }

    /** The same endpoint as the server's own parts reach it over the back channel. */
    public URI backChannel(String path) {
        return URI.create(backChannel + path);
    }

    /** The origin of the issuer, for CORS and Content-Security-Policy. */
    public String origin() {
        URI uri = URI.create(value);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** The path of the issuer: empty, or starting with a slash. */
    public String path() {
        String path = URI.create(value).getRawPath();
        return path == null ? "" : path;
    }

    public boolean isHttps() {
        return value.startsWith("https:");
    }

    /** The cookie name for the issuer's scheme: https gives the {@code __Host-} prefix. */
    public String cookieName(String plainName) {
        return isHttps() ? "__Host-" + plainName : plainName;
    }
}
