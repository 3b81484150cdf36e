package dev.postern.identity.consent;

/**
 * All that the page for the first administrator shows.
 *
 * @param link the secret of the one-time link, posted back
 * @param username what stands in the field already, or empty
 * @param shortestPassword how many characters a password needs at least
 */
public record FirstAdminView(String link, String username, Notice notice, int shortestPassword) {}
