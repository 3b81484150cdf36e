package dev.postern.testing.fakes;

import dev.postern.data.database.Client;
import dev.postern.data.database.ClientRegister;
import dev.postern.data.database.RegisteredClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The register of clients in a map; a version counts its changes. */
public final class FakeClientRegister implements ClientRegister {

    private final Map<String, RegisteredClient> clients = new TreeMap<>();

    @Override
    public Optional<RegisteredClient> find(String clientId) {
        return Optional.ofNullable(clients.get(clientId));
    }

    @Override
    public List<RegisteredClient> page(Search search, String after, int limit) {
        return clients.values().stream()
                .filter(found -> found.client().id().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<String> idsOwnedBy(String owner) {
        return clients.values().stream()
                .filter(found -> found.owner().equals(owner))
                .map(found -> found.client().id())
                .toList();
    }

    @Override
    public List<String> withScope(String value, int limit) {
        return clients.values().stream()
                .filter(found -> found.client().access().scope().has(value))
                .map(found -> found.client().id())
                .limit(limit)
                .toList();
    }

    @Override
    public List<String> idsNaming(String value, int limit) {
        return clients.values().stream()
                .filter(found -> found.client().access().resources().contains(value))
                .map(found -> found.client().id())
                .limit(limit)
                .toList();
    }

    @Override
    public List<RegisteredClient> among(Set<String> clientIds) {
        return clientIds.stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public boolean add(Client client, String owner) {
        return clients.putIfAbsent(client.id(), written(client, owner, 1)) == null;
    }

    @Override
    public boolean replace(Client client, RegisteredClient seen) {
        return clients.replace(client.id(), seen, written(client, seen.owner(), seen.version() + 1));
    }

    @Override
    public boolean remove(RegisteredClient seen) {
        return clients.remove(seen.client().id(), seen);
    }

    @Override
    public void putAll(List<Client> added, String owner) {
        added.forEach(client -> clients.put(client.id(), written(client, owner, 1)));
    }

    @Override
    public void removeAll(List<String> clientIds) {
        clientIds.forEach(clients::remove);
    }

    private static RegisteredClient written(Client client, String owner, long version) {
        return new RegisteredClient(client, owner, version, Instant.EPOCH, Instant.EPOCH);
    }
}
