package dev.postern.identity.consent;

import java.util.List;

/**
 * All that the page after a logout shows.
 *
 * @param frames URLs at which applications sign the person out
 * @param continueAt where the browser goes then, empty if it stays
 * @param uiLocales the request's {@code ui_locales}, or empty
 */
public record SignedOutView(List<String> frames, String continueAt, String uiLocales) {

    /** Where nothing is known of the logout. */
    static final SignedOutView PLAIN = new SignedOutView(List.of(), "", "");

    public boolean goesOn() {
        return !continueAt.isEmpty();
    }
}
