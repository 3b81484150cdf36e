package dev.postern.identity.resource;

import dev.postern.data.database.Client;
import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ResourceServer.TokenFormat;
import dev.postern.data.database.ResourceServers;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which resource servers a client may ask for and whom its access tokens are for: RFC 8707 section 2.
 *
 * <p>The audience is what {@code resource} asks for, else the servers that the scope belongs to, else the client's default, else the
 * issuer.
 */
@Service
public class ResourceIndicators {

    /** The public description of invalid_target. */
    public static final String REFUSED = "a resource is unknown or not for this client";

    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE);

    private final ResourceServers servers;
    private final Issuer issuer;
    private final Duration issuerLifetime;

    @Inject
    public ResourceIndicators(ResourceServers servers, Issuer issuer, Settings settings) {
        this.servers = servers;
        this.issuer = issuer;
        this.issuerLifetime = settings.get(ResourceSettings.ACCESS_TOKEN_LIFETIME);
    }

    /** Whether every one of these is known and the client may ask for it; if not, the answer is invalid_target. */
    public boolean mayAsk(Client client, List<String> resources) {
        return resources.stream().allMatch(resource -> mayAsk(client, resource));
    }

    private boolean mayAsk(Client client, String resource) {
        if (resource.equals(issuer.value())) {
            return true;
        }
        Optional<ResourceServer> server = servers.find(resource);
        if (server.isEmpty()) {
            return false;
        }
        boolean listed = client.access().resources().isEmpty()
                ? server.get().scopes().stream().anyMatch(client.access().scope()::has)
                : client.access().resources().contains(resource);
        return listed || resource.equals(client.access().defaultResource());
    }

    /** The audience of a grant: what was asked for, else what follows from its scope. */
    public List<String> audience(Client client, Scope scope, List<String> asked) {
        if (!asked.isEmpty()) {
            return asked.stream().distinct().toList();
        }
        Set<String> owners = new LinkedHashSet<>();
        scope.values().forEach(value -> servers.ofScope(value).ifPresent(owner -> owners.add(owner.identifier())));
        if (!owners.isEmpty()) {
            return List.copyOf(owners);
        }
        return List.of(
                client.access().defaultResource().isEmpty()
                        ? issuer.value()
                        : client.access().defaultResource());
    }

    /**
     * The target of one access token. Scope values that belong to a resource server outside the audience are left out; those that
     * belong to none, such as openid, stay. One server that wants opaque tokens makes the token opaque; the shortest life counts.
     */
    public Target target(Scope granted, List<String> audience) {
        TokenFormat format = TokenFormat.JWT;
        Duration lifetime = LONGEST;
        for (String identifier : audience) {
            Optional<ResourceServer> server = servers.find(identifier);
            if (server.isPresent() && server.get().tokenFormat() == TokenFormat.OPAQUE) {
                format = TokenFormat.OPAQUE;
            }
            Duration own = server.map(ResourceServer::tokenLifetime).orElse(issuerLifetime);
            lifetime = own.compareTo(lifetime) < 0 ? own : lifetime;
        }
        Scope scope = granted.only(value -> concerns(value, audience));
        return new Target(audience, scope, format, audience.isEmpty() ? issuerLifetime : lifetime);
    }

    /**
     * The target of an access token under a grant: the {@code resource} of the token request can only narrow it.
     *
     * @param granted the whole scope of the grant
     * @param scope the part of it that this token is for
     * @param grantedResource what the authorization request asked for, empty: nothing
     * @param asked what the token request asks for, empty: all
     * @throws OAuthRefused invalid_target
     */
    public Target narrowed(
            Client client, Scope granted, Scope scope, List<String> grantedResource, List<String> asked) {
        if (asked.isEmpty()) {
            return target(scope, audience(client, scope, grantedResource));
        }
        if (!audience(client, granted, grantedResource).containsAll(asked)) {
            throw new OAuthRefused(OAuthErrorCode.INVALID_TARGET, REFUSED);
        }
        return target(scope, audience(client, scope, asked));
    }

    /** No access token lives longer than this. */
    public Duration longestLifetime() {
        return servers.all().stream()
                .map(ResourceServer::tokenLifetime)
                .reduce(issuerLifetime, (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    private boolean concerns(String scopeValue, List<String> audience) {
        return servers.ofScope(scopeValue)
                .map(owner -> audience.contains(owner.identifier()))
                .orElse(true);
    }
}
