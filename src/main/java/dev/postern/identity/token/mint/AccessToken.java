package dev.postern.identity.token.mint;

import dev.postern.protocol.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an access token says, in either format: RFC 9068 section 2.2.
 *
 * @param subject the user, or the client itself
 * @param shownSubject what anybody else sees instead: the same, or a pairwise one
 * @param tokenId {@code jti}
 * @param grantId {@code gid}: revoking the grant refuses the token wherever it is introspected
 * @param authTime when the user signed in; empty for a client itself
 * @param claims names of claims that userinfo says besides those of the scope
 */
public record AccessToken(
        String subject,
        String shownSubject,
        List<String> audience,
        String clientId,
        Scope scope,
        Instant issuedAt,
        Instant expiresAt,
        String tokenId,
        String grantId,
        Optional<Instant> authTime,
        Set<String> claims) {

    /** Whether a user granted it, rather than a client for itself. */
    public boolean isOfUser() {
        return !subject.equals(clientId);
    }

    public boolean expiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
