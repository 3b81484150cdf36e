package dev.postern.identity.consent;

/**
 * All that the logout confirmation shows.
 *
 * @param logout the id of the pending logout, posted back
 * @param token the form's token against cross-site requests, posted back
 * @param person the name of who is signed in
 * @param uiLocales the request's {@code ui_locales}, or empty
 */
public record LogoutView(String logout, String token, String person, String uiLocales) {}
