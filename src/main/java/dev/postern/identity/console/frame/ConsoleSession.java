package dev.postern.identity.console.frame;

import dev.postern.identity.authorization.session.SsoSession;
import java.time.Instant;

/**
 * Somebody at the console, in the cache. It is good only together with the single sign-on session that it came from, and says nothing about
 * roles: those are read at every request.
 *
 * @param sessionId of the single sign-on session
 * @param signedInAt when the person last proved who they are
 * @param formToken against cross-site requests, in every form
 * @param language a tag, empty: what the browser asks for
 * @param idToken as it came, for the hint at logout
 */
record ConsoleSession(
        String subject,
        String sessionId,
        Instant signedInAt,
        String formToken,
        String language,
        String idToken,
        Instant endsAt) {

    boolean isOf(SsoSession session) {
        return session.id().equals(sessionId) && session.subject().equals(subject);
    }

    ConsoleSession in(String otherLanguage) {
        return new ConsoleSession(subject, sessionId, signedInAt, formToken, otherLanguage, idToken, endsAt);
    }

    @Override
    public String toString() {
        return "ConsoleSession[redacted]";
    }
}
