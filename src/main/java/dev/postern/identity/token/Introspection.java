package dev.postern.identity.token;

import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ResourceServers;
import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.data.refreshtoken.RefreshTokenFamily;
import dev.postern.data.refreshtoken.RefreshTokenStore;
import dev.postern.data.refreshtoken.RefreshTokenStore.Presented;
import dev.postern.identity.clientauth.AuthenticatedClient;
import dev.postern.identity.subject.Subjects;
import dev.postern.identity.token.mint.AccessToken;
import dev.postern.identity.token.mint.AccessTokens;
import dev.postern.platform.Issuer;
import dev.postern.platform.JsonObject;
import dev.postern.platform.Service;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * What a token means: RFC 7662 section 2.2.
 *
 * <p>A caller learns about access tokens that were issued to itself, or that are for its resource server or one that it may introspect;
 * about refresh tokens only of its own. Anything else is inactive, whatever it is. A revoked grant counts at once, for JWTs too.
 */
@Service
class Introspection {

    private final AccessTokens accessTokens;
    private final RefreshTokenStore refreshTokens;
    private final LiveTokens live;
    private final ResourceServers servers;
    private final Users users;
    private final Subjects subjects;
    private final Issuer issuer;
    private final Clock clock;

    @Inject
    Introspection(
            AccessTokens accessTokens,
            RefreshTokenStore refreshTokens,
            LiveTokens live,
            ResourceServers servers,
            Users users,
            Subjects subjects,
            Issuer issuer,
            Clock clock) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.live = live;
        this.servers = servers;
        this.users = users;
        this.subjects = subjects;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** What the caller may know. @param subject and grantId empty for an inactive token */
    record Result(boolean active, String subject, String grantId, byte[] json) {

        static final Result INACTIVE =
                new Result(false, "", "", new JsonObject().put("active", false).bytes());
    }

    Result introspect(AuthenticatedClient caller, TokenValue token) {
        Optional<AccessToken> accessToken = accessTokens.read(token.secret());
        if (accessToken.isPresent()) {
            return accessToken
                    .filter(found -> maySee(caller, found) && live.contain(found))
                    .map(this::describe)
                    .orElse(Result.INACTIVE);
        }
        return refreshTokens
                .find(token)
                .filter(found -> found.family().clientId().equals(caller.id()) && isActive(found))
                .map(found -> describe(
                        found.family(),
                        subjects.shown(caller.client(), found.family().subject())))
                .orElse(Result.INACTIVE);
    }

    private boolean maySee(AuthenticatedClient caller, AccessToken token) {
        if (token.clientId().equals(caller.id())) {
            return true;
        }
        Set<ResourceServer> callersServers = servers.ofClient(caller.id());
        return token.audience().stream()
                .anyMatch(audience -> callersServers.stream()
                        .anyMatch(server -> server.identifier().equals(audience)
                                || server.mayIntrospect().contains(audience)));
    }

    private boolean isActive(Presented token) {
        return token.countsAt(clock.instant())
                && users.bySubject(token.family().subject())
                        .filter(User::enabled)
                        .isPresent();
    }

    private Result describe(AccessToken token) {
        byte[] json = new JsonObject()
                .put("active", true)
                .put("iss", issuer.value())
                .put("sub", token.shownSubject())
                .put("aud", token.audience().size() == 1 ? token.audience().get(0) : token.audience())
                .put("client_id", token.clientId())
                .putUnlessEmpty("scope", token.scope().wire())
                .put("token_type", "Bearer")
                .put("iat", token.issuedAt())
                .put("exp", token.expiresAt())
                .put("jti", token.tokenId())
                .put("gid", token.grantId())
                .putIfPresent("auth_time", token.authTime())
                .bytes();
        return new Result(true, token.subject(), token.grantId(), json);
    }

    private Result describe(RefreshTokenFamily family, String shownSubject) {
        byte[] json = new JsonObject()
                .put("active", true)
                .put("iss", issuer.value())
                .put("sub", shownSubject)
                .put("client_id", family.clientId())
                .putUnlessEmpty("scope", family.scope().wire())
                .put("iat", family.createdAt())
                .put("exp", family.end())
                .put("gid", family.grantId())
                .bytes();
        return new Result(true, family.subject(), family.grantId(), json);
    }
}
