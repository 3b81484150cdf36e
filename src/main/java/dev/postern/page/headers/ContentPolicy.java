package dev.postern.page.headers;

/**
 * What a page of ours may load and where its forms may lead: Content Security Policy Level 3.
 *
 * @param images source expressions besides the page's own origin, or empty
 * @param forms source expressions besides the page's own origin, or empty
 */
public record ContentPolicy(String images, String forms) {

    /** Our own stylesheet and images, forms to ourselves, no script, no frame. */
    public static final ContentPolicy STRICT = new ContentPolicy("", "");

    public ContentPolicy formsTo(String source) {
        return new ContentPolicy(images, source);
    }

    public ContentPolicy imagesFrom(String source) {
        return new ContentPolicy(source, forms);
    }

    /** The value of the header. */
    public String header() {
        return "default-src 'none'; style-src 'self'; img-src " + sources(images) + "; form-action " + sources(forms)
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String sources(String more) {
        return more.isEmpty() ? "'self'" : "'self' " + more;
    }
}
