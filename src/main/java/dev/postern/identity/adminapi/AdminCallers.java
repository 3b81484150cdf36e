package dev.postern.identity.adminapi;

import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.token.LiveTokens;
import dev.postern.identity.token.mint.AccessToken;
import dev.postern.identity.token.mint.AccessTokens;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Who calls the admin API, by a bearer token of this server in the Authorization header and by nothing else: RFC 6750 section 2.1.
 *
 * <p>The token must be for the admin API, and is refused at once when it, its grant, its client or its user is no longer good. A page of
 * another origin cannot make a browser send it, as it could with a cookie: that is why these requests need no token against forgery.
 */
@Service
class AdminCallers {

    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;
    private final LiveTokens live;
    private final Users users;
    private final String audience;

    @Inject
    AdminCallers(AccessTokens tokens, LiveTokens live, Users users, BuiltInClients builtIn) {
        this.tokens = tokens;
        this.live = live;
        this.users = users;
        this.audience = builtIn.adminIdentifier();
    }

    /**
     * @return empty if the request has no bearer token
     * @throws OAuthRefused if it has one that is not good
     */
    Optional<Administrator> of(HttpServletRequest request) {
        List<String> fields = Collections.list(request.getHeaders("Authorization"));
        if (fields.size() > 1) {
            throw new OAuthRefused(OAuthErrorCode.INVALID_REQUEST, "there is more than one Authorization header");
        }
        if (fields.isEmpty() || !fields.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String token = fields.get(0).substring(SCHEME.length()).strip();
        return Optional.of(administrator(tokens.read(token)
                .filter(live::contain)
                .filter(read -> read.audience().contains(audience))
                .orElseThrow(AdminCallers::invalid)));
    }

    private Administrator administrator(AccessToken token) {
        if (!token.isOfUser()) {
            return Administrator.client(token.clientId(), token.scope());
        }
        User user = users.bySubject(token.subject()).filter(User::enabled).orElseThrow(AdminCallers::invalid);
        return new Administrator(user.subject(), token.clientId(), token.scope(), user.roles(), token.authTime());
    }

    private static OAuthRefused invalid() {
        return new OAuthRefused(
                OAuthErrorCode.INVALID_TOKEN, "the token is unknown, expired, revoked or not for the admin API");
    }
}
