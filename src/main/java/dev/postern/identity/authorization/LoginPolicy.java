package dev.postern.identity.authorization;

import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.session.SsoSession;
import java.time.Duration;
import java.time.Instant;

/** When a session is not enough and the person must sign in again: OpenID Connect Core section 3.1.2.3. */
final class LoginPolicy {

    private LoginPolicy() {}

    /**
     * Whether the person is asked who they are.
     *
     * @param expectedSubject who must answer ({@code id_token_hint}), empty for anybody
     * @param shownSubject what the client calls the person of the session
     */
    static boolean mustAsk(
            AuthorizationRequest request,
            SsoSession session,
            String expectedSubject,
            String shownSubject,
            Instant now) {
        return request.prompts(AuthorizationRequest.SELECT_ACCOUNT)
                || mustProve(request, session, expectedSubject, shownSubject, now);
    }

    /** Whether they must prove it again; otherwise {@code prompt=select_account} lets them go on as whom they are signed in. */
    static boolean mustProve(
            AuthorizationRequest request,
            SsoSession session,
            String expectedSubject,
            String shownSubject,
            Instant now) {
        return request.prompts(AuthorizationRequest.LOGIN)
                || isTooOld(request, session, now)
                || !(expectedSubject.isEmpty() || expectedSubject.equals(shownSubject));
    }

    /** Zero means now: the same as {@code prompt=login}. */
    private static boolean isTooOld(AuthorizationRequest request, SsoSession session, Instant now) {
        if (request.maxAge().isEmpty()) {
            return false;
        }
        long maxAge = Long.parseLong(request.maxAge());
        return maxAge == 0
                || session.authTime().plus(Duration.ofSeconds(maxAge)).isBefore(now);
    }
}
