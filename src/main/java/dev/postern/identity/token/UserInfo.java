package dev.postern.identity.token;

import dev.postern.data.database.Grants;
import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.identity.claims.UserClaims;
import dev.postern.identity.token.mint.AccessToken;
import dev.postern.identity.token.mint.AccessTokens;
import dev.postern.platform.JsonObject;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.Scope;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;

/**
 * The claims about a user that an access token with scope openid releases: OpenID Connect Core sections 5.3, 5.4 and 5.5.
 *
 * <p>Any audience is accepted as long as the user granted openid; a revoked grant or token is refused at once.
 */
@Service
class UserInfo {

    private final AccessTokens accessTokens;
    private final Grants grants;
    private final Users users;
    private final UserClaims userClaims;
    private final Clock clock;

    @Inject
    UserInfo(AccessTokens accessTokens, Grants grants, Users users, UserClaims userClaims, Clock clock) {
        this.accessTokens = accessTokens;
        this.grants = grants;
        this.users = users;
        this.userClaims = userClaims;
        this.clock = clock;
    }

    /** The token of the request. @throws OAuthRefused invalid_token or insufficient_scope */
    AccessToken validated(TokenValue presented) {
        AccessToken token = accessTokens
                .read(presented.secret())
                .filter(found -> !found.expiredAt(clock.instant()))
                .filter(found -> !grants.isRevoked(found.grantId(), found.tokenId()))
                .orElseThrow(UserInfo::invalid);
        if (!token.isOfUser() || !token.scope().has(Scope.OPENID)) {
            throw new OAuthRefused(OAuthErrorCode.INSUFFICIENT_SCOPE, "the access token lacks the scope openid");
        }
        return token;
    }

    /** @throws OAuthRefused invalid_token if the user is gone or disabled */
    byte[] claims(AccessToken token) {
        User user = users.bySubject(token.subject()).filter(User::enabled).orElseThrow(UserInfo::invalid);
        JsonObject claims = new JsonObject().put("sub", user.subject());
        Set<String> released = userClaims.releasedBy(token.scope());
        released.addAll(token.claims());
        userClaims.write(user, released, claims);
        return claims.bytes();
    }

    private static OAuthRefused invalid() {
        return new OAuthRefused(
                OAuthErrorCode.INVALID_TOKEN, "the access token is unknown, expired, malformed or revoked");
    }
}
