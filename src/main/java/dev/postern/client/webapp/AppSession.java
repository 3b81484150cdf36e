package dev.postern.client.webapp;

import java.time.Instant;
import java.util.Map;

/**
 * A person signed in to the app (H15), sealed in the cache.
 *
 * @param formToken against cross-site requests, in every form
 * @param traceId of the sign-in that began it
 * @param idToken as it came, for the hint at logout
 * @param refreshToken empty if there is none
 */
record AppSession(
        String accountId,
        long signIns,
        String formToken,
        String traceId,
        Instant endsAt,
        Map<String, Object> idClaims,
        Map<String, Object> profile,
        String idToken,
        String accessToken,
        Instant accessTokenEndsAt,
        String refreshToken,
        String scope) {

    /** The same session after a refresh; an answer without a refresh token or a scope leaves them as they are. */
    AppSession with(TokenAnswer answer, Instant now) {
        return new AppSession(
                accountId,
                signIns,
                formToken,
                traceId,
                endsAt,
                idClaims,
                profile,
                idToken,
                answer.accessToken(),
                now.plusSeconds(answer.expiresIn()),
                answer.refreshToken().isEmpty() ? refreshToken : answer.refreshToken(),
                answer.scope().isEmpty() ? scope : answer.scope());
    }

    String claim(String name) {
        return profile.get(name) instanceof String text ? text : "";
    }

    /** The best name we have for the person. */
    String displayName() {
        for (String name : new String[] {"name", "preferred_username", "email"}) {
            if (!claim(name).isEmpty()) {
                return claim(name);
            }
        }
        return claim("sub");
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
