package dev.postern.identity.authorization.request;

import dev.postern.data.database.Client;
import dev.postern.data.database.ResourceServers;
import dev.postern.data.database.ScopeDefinitions;
import dev.postern.data.database.client.RefreshPolicy;
import dev.postern.platform.Service;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/** What a requested scope means for a client: RFC 6749 section 3.3, OpenID Connect Core sections 3.1.2.1 and 11. */
@Service
public class RequestedScopes {

    private final ScopeDefinitions definitions;
    private final ResourceServers resourceServers;

    @Inject
    public RequestedScopes(ScopeDefinitions definitions, ResourceServers resourceServers) {
        this.definitions = definitions;
        this.resourceServers = resourceServers;
    }

    /** Values that nobody has defined. OpenID Connect ignores them, plain OAuth refuses them. */
    Set<String> unknown(AuthorizationRequest request, Client client) {
        return Scope.parse(request.scope()).orElse(Scope.NONE).values().stream()
                .filter(value -> !isKnown(value, client))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Values that exist but are not this client's to ask for. */
    Set<String> forbidden(AuthorizationRequest request, Client client) {
        return Scope.parse(request.scope()).orElse(Scope.NONE).values().stream()
                .filter(value ->
                        isKnown(value, client) && !client.access().scope().has(value))
                .filter(value -> !isPointlessOfflineAccess(value, client))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What remains: known, allowed, and without {@code offline_access} where no refresh token can come of it. */
    Scope counting(AuthorizationRequest request, Client client) {
        Scope allowed =
                Scope.ofWire(request.scope()).only(client.access().scope().values());
        return isPointlessOfflineAccess(Scope.OFFLINE_ACCESS, client) ? allowed.without(Scope.OFFLINE_ACCESS) : allowed;
    }

    private boolean isKnown(String value, Client client) {
        return client.access().scope().has(value)
                || definitions.find(value).isPresent()
                || resourceServers.ofScope(value).isPresent();
    }

    /** OpenID Connect Core section 11: offline_access is ignored, not refused, where it cannot be granted. */
    private static boolean isPointlessOfflineAccess(String value, Client client) {
        boolean refreshes = client.mayUse("refresh_token") && client.refresh().policy() != RefreshPolicy.NEVER;
        return value.equals(Scope.OFFLINE_ACCESS) && !refreshes;
    }
}
