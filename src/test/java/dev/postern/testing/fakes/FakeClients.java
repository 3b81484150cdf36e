package dev.postern.testing.fakes;

import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Clients in a map. */
public final class FakeClients implements Clients {

    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Map<String, String> owners = new ConcurrentHashMap<>();

    public static FakeClients of(Client... clients) {
        FakeClients fake = new FakeClients();
        for (Client client : clients) {
            fake.save(client, "test");
        }
        return fake;
    }

    @Override
    public Optional<Client> find(String clientId) {
        return Optional.ofNullable(clients.get(clientId));
    }

    @Override
    public void save(Client client, String owner) {
        clients.put(client.id(), client);
        owners.put(client.id(), owner);
    }

    @Override
    public boolean delete(String clientId) {
        owners.remove(clientId);
        return clients.remove(clientId) != null;
    }

    @Override
    public Optional<String> ownerOf(String clientId) {
        return Optional.ofNullable(owners.get(clientId));
    }

    @Override
    public List<String> ownedBy(String owner) {
        return owners.entrySet().stream()
                .filter(entry -> entry.getValue().equals(owner))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public boolean anyWithOrigin(String origin) {
        return clients.values().stream()
                .anyMatch(client -> client.redirection().origins().contains(origin));
    }
}
