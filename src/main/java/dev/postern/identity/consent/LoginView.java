package dev.postern.identity.consent;

/**
 * All that the login screen shows.
 *
 * @param interaction the id of the pending interaction, posted back
 * @param token the form's token against cross-site requests, posted back
 * @param person the name of who may go on without signing in again, or empty
 * @param username what stands in the field already ({@code login_hint} or the last try), or empty
 * @param uiLocales the request's {@code ui_locales}, or empty
 */
public record LoginView(
        String interaction,
        String token,
        Application application,
        String person,
        String username,
        Notice notice,
        String uiLocales) {

    /** Whether somebody may go on without signing in again. */
    public boolean offers() {
        return !person.isEmpty();
    }
}
