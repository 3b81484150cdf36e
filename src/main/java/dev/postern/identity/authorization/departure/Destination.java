package dev.postern.identity.authorization.departure;

import java.util.Map;

/** Where the browser goes next, built by us or verified. */
public sealed interface Destination {

    /** @param location absolute */
    record Redirect(String location) implements Destination {}

    /**
     * A page that posts itself: OAuth 2.0 Form Post Response Mode section 2.
     *
     * @param fields in their order
     * @param uiLocales the request's {@code ui_locales}, or empty
     */
    record SelfPost(String uri, Map<String, String> fields, String uiLocales) implements Destination {}
}
