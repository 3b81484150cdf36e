package dev.postern.identity.authorization.logout;

/**
 * A logout that waits for the person's word, as it is kept in the cache.
 *
 * @param sessionId whose session; only its own browser may answer
 * @param redirectUri verified, and verified again when it is used; empty for none
 */
public record PendingLogout(
        String sessionId, String subject, String clientId, String redirectUri, String state, String uiLocales) {

    /** The same with what its form must carry. */
    public record Shown(String id, String formToken, PendingLogout state) {}
}
