package dev.postern.data.database.client;

import java.util.Locale;

/** What sort of program a client is: RFC 6749 section 2.1, RFC 8252. It follows from its metadata, and lists are filtered by it. */
public enum ClientKind {
    /** People sign in, and a server keeps its credentials. */
    WEB,
    /** People sign in, and it runs in the browser: it cannot keep a secret. */
    BROWSER,
    /** People sign in on a device: desktop, mobile, or one without a browser. */
    NATIVE,
    /** It acts for itself. */
    SERVICE,
    /** It is given no tokens, but may ask about them. */
    RESOURCE_SERVER;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
