package dev.postern.identity.token;

import dev.postern.data.database.Grants;
import dev.postern.data.queue.Event.TokenRevoked;
import dev.postern.data.refreshtoken.RefreshTokenFamily;
import dev.postern.data.refreshtoken.RefreshTokenStore;
import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.identity.token.mint.AccessToken;
import dev.postern.identity.token.mint.AccessTokens;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/**
 * Revokes tokens for the client that has them: RFC 7009 section 2.
 *
 * <p>An access token goes alone; a refresh token takes its family and its grant with it, and so every access token of the grant.
 */
@Service
public class RevocationService {

    private static final String REASON = "revoked by the client";

    private final AccessTokens accessTokens;
    private final RefreshTokenStore refreshTokens;
    private final Grants grants;
    private final Clock clock;

    @Inject
    public RevocationService(AccessTokens accessTokens, RefreshTokenStore refreshTokens, Grants grants, Clock clock) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.grants = grants;
        this.clock = clock;
    }

    /**
     * @return what was revoked; empty if there was nothing to revoke, which is a success all the same (section 2.2)
     * @throws OAuthRefused if the token was issued to another client
     */
    @Transactional(dontRollbackOn = OAuthRefused.class)
    public Optional<TokenRevoked> revoke(AuthenticatedClient client, TokenValue token) {
        Optional<AccessToken> accessToken = accessTokens.read(token.secret());
        if (accessToken.isPresent()) {
            return revoke(client, accessToken.get());
        }
        return refreshTokens.find(token).flatMap(found -> revoke(client, found.family()));
    }

    private Optional<TokenRevoked> revoke(AuthenticatedClient client, AccessToken token) {
        requireOwner(client, token.clientId());
        if (token.expiredAt(clock.instant())) {
            return Optional.empty();
        }
        grants.revokeToken(token.tokenId(), token.expiresAt());
        return Optional.of(new TokenRevoked(token.subject(), client.id(), token.grantId(), "access_token", REASON));
    }

    private Optional<TokenRevoked> revoke(AuthenticatedClient client, RefreshTokenFamily family) {
        requireOwner(client, family.clientId());
        boolean grantWasLive = grants.revoke(family.grantId(), REASON, clock.instant());
        boolean familyWasLive = refreshTokens.revokeGrant(family.grantId(), REASON, clock.instant());
        return grantWasLive || familyWasLive
                ? Optional.of(
                        new TokenRevoked(family.subject(), client.id(), family.grantId(), "refresh_token", REASON))
                : Optional.empty();
    }

    private static void requireOwner(AuthenticatedClient client, String owner) {
        if (!owner.equals(client.id())) {
            throw new OAuthRefused(OAuthErrorCode.INVALID_GRANT, "the token was issued to another client");
        }
    }
}
