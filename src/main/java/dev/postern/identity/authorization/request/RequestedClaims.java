package dev.postern.identity.authorization.request;

import dev.postern.data.database.Client;
import dev.postern.data.database.Permissions;
import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.identity.claims.UserClaims;
import dev.postern.platform.Service;
import dev.postern.protocol.ClaimsRequest;
import dev.postern.protocol.ClaimsRequest.Wish;
import dev.postern.protocol.GrantedClaims;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What claims that are asked for one by one mean for a client and a person: OpenID Connect Core section 5.5.
 *
 * <p>A client can have a claim by this way only if it may ask for a scope that releases it; all others are ignored. The person is asked for
 * those that the requested scope does not release.
 */
@Service
public class RequestedClaims {

    private final UserClaims userClaims;
    private final Users users;

    @Inject
    public RequestedClaims(UserClaims userClaims, Users users) {
        this.userClaims = userClaims;
        this.users = users;
    }

    /** What the person must have allowed. @param request with the scope that counts */
    public Permissions permissions(AuthorizationRequest request, Client client) {
        Scope scope = Scope.ofWire(request.scope());
        if (request.claims().isEmpty()) {
            return Permissions.of(scope);
        }
        Set<String> beyond = new LinkedHashSet<>(request.claimsRequest().names());
        beyond.retainAll(userClaims.releasedBy(client.access().scope()));
        beyond.removeAll(userClaims.releasedBy(scope));
        return new Permissions(scope, beyond);
    }

    /** What tokens and userinfo say once it is allowed; a claim whose value is not the wished one is left out (section 5.5.1). */
    public GrantedClaims granted(AuthorizationRequest request, Client client, String subject) {
        if (request.claims().isEmpty() || !request.isOpenId()) {
            return GrantedClaims.NONE;
        }
        Optional<User> user = users.bySubject(subject);
        Set<String> available = userClaims.releasedBy(client.access().scope());
        ClaimsRequest wished = request.claimsRequest();
        return new GrantedClaims(met(wished.userInfo(), available, user), met(wished.idToken(), available, user));
    }

    private static Set<String> met(Map<String, Wish> wishes, Set<String> available, Optional<User> user) {
        return wishes.entrySet().stream()
                .filter(wish -> available.contains(wish.getKey()))
                .filter(wish -> user.flatMap(somebody -> UserClaims.value(somebody, wish.getKey()))
                        .filter(wish.getValue()::isMetBy)
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
