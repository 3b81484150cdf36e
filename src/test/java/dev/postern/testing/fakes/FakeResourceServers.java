package dev.postern.testing.fakes;

import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ResourceServers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Resource servers in a map. */
public final class FakeResourceServers implements ResourceServers {

    private final Map<String, ResourceServer> servers = new LinkedHashMap<>();

    public static FakeResourceServers of(ResourceServer... servers) {
        FakeResourceServers fake = new FakeResourceServers();
        for (ResourceServer server : servers) {
            fake.save(server, "test");
        }
        return fake;
    }

    @Override
    public Optional<ResourceServer> find(String identifier) {
        return Optional.ofNullable(servers.get(identifier));
    }

    @Override
    public Optional<ResourceServer> ofScope(String scopeValue) {
        return servers.values().stream()
                .filter(server -> server.scopes().contains(scopeValue))
                .findFirst();
    }

    @Override
    public Set<ResourceServer> ofClient(String clientId) {
        return servers.values().stream()
                .filter(server -> server.clientId().equals(clientId))
                .collect(Collectors.toSet());
    }

    @Override
    public List<ResourceServer> all() {
        return List.copyOf(servers.values());
    }

    @Override
    public void save(ResourceServer server, String owner) {
        servers.put(server.identifier(), server);
    }

    @Override
    public boolean delete(String identifier) {
        return servers.remove(identifier) != null;
    }

    @Override
    public Optional<String> ownerOf(String identifier) {
        return find(identifier).map(server -> "test");
    }

    @Override
    public List<String> ownedBy(String owner) {
        return List.copyOf(servers.keySet());
    }
}
