package dev.postern.identity.code;

import dev.postern.protocol.GrantedClaims;
import dev.postern.protocol.Scope;
import java.time.Instant;
import java.util.List;

/**
 * What an authorization code stands for: RFC 6749 section 4.1.2. It waits in the cache under the code's hash.
 *
 * @param grantId chosen when the code is issued, so that a second use finds what to revoke
 * @param sessionId the sign-in session, the {@code sid} of ID tokens; never the cookie's value
 * @param redirectUri where the code was sent
 * @param redirectUriSent whether the authorization request named it; if so the token request must repeat it (section 4.1.3)
 * @param scope what was granted, on the wire; {@code offline_access} only if it was consented to
 * @param resource the resource indicators asked for (RFC 8707), empty if none
 * @param claims granted one by one
 * @param nonce of the authorization request, empty if none
 * @param codeChallenge S256 challenge (RFC 7636), empty if none was sent
 * @param authTime when the user signed in
 * @param amr how (RFC 8176), empty if unknown
 * @param sessionEndsAt the latest end of the session: refresh tokens that are not offline end with it
 * @param traceId of the sign-in
 * @param expiresAt {@link AuthorizationCodes#expiry()}
 */
public record IssuedCode(
        String clientId,
        String subject,
        String grantId,
        String sessionId,
        String redirectUri,
        boolean redirectUriSent,
        String scope,
        List<String> resource,
        GrantedClaims claims,
        String nonce,
        String codeChallenge,
        Instant authTime,
        List<String> amr,
        Instant sessionEndsAt,
        String traceId,
        Instant expiresAt) {

    public Scope grantedScope() {
        return Scope.ofWire(scope);
    }

    public boolean expiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
