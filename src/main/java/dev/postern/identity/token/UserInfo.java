package dev.postern.identity.token;

import dev.postern.data.database.Clients;
import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.identity.claims.UserClaims;
import dev.postern.identity.http.JsonAnswers;
import dev.postern.identity.http.Reply;
import dev.postern.identity.keys.JwsAlgorithm;
import dev.postern.identity.keys.SigningKeys;
import dev.postern.identity.token.mint.AccessToken;
import dev.postern.identity.token.mint.AccessTokens;
import dev.postern.platform.Issuer;
import dev.postern.platform.JsonObject;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.Scope;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * The claims about a user that an access token with scope openid releases: OpenID Connect Core sections 5.3, 5.4 and 5.5.
 *
 * <p>Any audience is accepted as long as the user granted openid; a revoked grant or token is refused at once.
 */
@Service
class UserInfo {

    private final AccessTokens accessTokens;
    private final LiveTokens live;
    private final Clients clients;
    private final Users users;
    private final SigningKeys keys;
    private final Issuer issuer;
    private final UserClaims userClaims;

    @Inject
    UserInfo(
            AccessTokens accessTokens,
            LiveTokens live,
            Clients clients,
            Users users,
            UserClaims userClaims,
            SigningKeys keys,
            Issuer issuer) {
        this.accessTokens = accessTokens;
        this.live = live;
        this.clients = clients;
        this.users = users;
        this.keys = keys;
        this.issuer = issuer;
        this.userClaims = userClaims;
    }

    /** The token of the request. @throws OAuthRefused invalid_token or insufficient_scope */
    AccessToken validated(TokenValue presented) {
        AccessToken token =
                accessTokens.read(presented.secret()).filter(live::contain).orElseThrow(UserInfo::invalid);
        if (!token.isOfUser() || !token.scope().has(Scope.OPENID)) {
            throw new OAuthRefused(OAuthErrorCode.INSUFFICIENT_SCOPE, "the access token lacks the scope openid");
        }
        return token;
    }

    /** Plain, or signed where the client registered so (section 5.3.2). @throws OAuthRefused invalid_token if the user is gone or disabled */
    Reply answer(AccessToken token) {
        User user = users.bySubject(token.subject()).filter(User::enabled).orElseThrow(UserInfo::invalid);
        Optional<JwsAlgorithm> algorithm = clients.find(token.clientId())
                .map(client -> client.identity().userInfoAlgorithm())
                .flatMap(JwsAlgorithm::named);
        JsonObject claims = new JsonObject().put("sub", token.shownSubject());
        if (algorithm.isPresent()) {
            claims.put("iss", issuer.value()).put("aud", token.clientId());
        }
        Set<String> released = userClaims.releasedBy(token.scope());
        released.addAll(token.claims());
        userClaims.write(user, released, claims);
        return algorithm.isPresent()
                ? JsonAnswers.jwt(keys.sign(algorithm.get(), "JWT", claims.bytes()))
                : JsonAnswers.ok(claims.bytes());
    }

    private static OAuthRefused invalid() {
        return new OAuthRefused(
                OAuthErrorCode.INVALID_TOKEN, "the access token is unknown, expired, malformed or revoked");
    }
}
