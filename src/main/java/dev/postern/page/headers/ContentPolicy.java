package dev.postern.page.headers;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a page of ours may load and where its forms may lead: Content Security Policy Level 3.
 *
 * @param images source expressions besides the page's own origin, or empty
 * @param forms source expressions besides the page's own origin, or empty
 * @param scripts source expressions, or empty for none at all
 * @param frames source expressions of what it may show in frames, or empty
 * @param embedded whether anybody may frame it; such a page shows nothing
 */
public record ContentPolicy(String images, String forms, String scripts, String frames, boolean embedded) {

    /** Our own stylesheet and images, forms to ourselves, no script, no frame. */
    public static final ContentPolicy STRICT = new ContentPolicy("", "", "", "", false);

    private static final Pattern PLAIN_AUTHORITY = Pattern.compile("[A-Za-z0-9.-]+(:\\d{1,5})?");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");

    /**
     * A URI as a source expression: its origin, or its scheme where that has no origin. A literal IPv6 address has no source
     * expression, so all of {@code http:} stands in for it.
     *
     * @param uri one that is registered
     * @return empty if it has no scheme
     */
    public static String source(String uri) {
        int colon = uri.indexOf(':');
        String scheme = colon < 0 ? "" : uri.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!SCHEME.matcher(scheme).matches()) {
            return "";
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return scheme + ":";
        }
        String authority = URI.create(uri).getRawAuthority();
        boolean plain = authority != null && PLAIN_AUTHORITY.matcher(authority).matches();
        return plain ? scheme + "://" + authority : scheme + ":";
    }

    /** A page of the console: it runs our scripts, and those that carry the nonce; they call nobody but us. */
    public static String ofConsole(String nonce) {
        return "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; script-src 'self' 'nonce-"
                + nonce + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    public ContentPolicy formsTo(String source) {
        return new ContentPolicy(images, source, scripts, frames, embedded);
    }

    public ContentPolicy imagesFrom(String source) {
        return new ContentPolicy(source, forms, scripts, frames, embedded);
    }

    /** @param source the hash of a script */
    public ContentPolicy scripts(String source) {
        return new ContentPolicy(images, forms, source, frames, embedded);
    }

    public ContentPolicy framing(String sources) {
        return new ContentPolicy(images, forms, scripts, sources, embedded);
    }

    /** A page that shows nothing, runs one script, and may be framed by anybody. @param script its hash */
    public static ContentPolicy embedded(String script) {
        return new ContentPolicy("", "", script, "", true);
    }

    /** The value of the header. */
    public String header() {
        if (embedded) {
            return "default-src 'none'; script-src " + scripts + "; base-uri 'none'; frame-ancestors *";
        }
        return "default-src 'none'; style-src 'self'; img-src " + sources(images) + "; form-action " + sources(forms)
                + (scripts.isEmpty() ? "" : "; script-src " + scripts)
                + (frames.isEmpty() ? "" : "; frame-src " + frames)
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String sources(String more) {
        return more.isEmpty() ? "'self'" : "'self' " + more;
    }
}
