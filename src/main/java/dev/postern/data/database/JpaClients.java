package dev.postern.data.database;

import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.postern.platform.Json;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Clients as JSON documents, read through copies in memory. */
@Service
class JpaClients implements Clients {

    private static final String ALL = "all";

    private final Records records;
    private final Clock clock;
    private final ReadCopy copies;
    private final LoadingCache<String, Optional<Client>> clients;
    private final LoadingCache<String, Set<String>> origins;

    @Inject
    JpaClients(Records records, Clock clock, ReadCopy copies) {
        this.records = records;
        this.clock = clock;
        this.copies = copies;
        this.clients = copies.of(this::read);
        this.origins = copies.of(all -> readOrigins());
    }

    @Override
    public Optional<Client> find(String clientId) {
        return clients.get(clientId);
    }

    private Optional<Client> read(String clientId) {
        return records.read(entities -> Optional.ofNullable(entities.find(ClientRow.class, clientId))
                .map(row -> Json.read(row.document(), Client.class)));
    }

    private Set<String> readOrigins() {
        return records.read(entities ->
                Set.copyOf(entities.createQuery("select distinct o from ClientRow c join c.origins o", String.class)
                        .getResultList()));
    }

    @Override
    public void save(Client client, String owner) {
        records.write(entities -> {
            ClientRow row = entities.find(ClientRow.class, client.id());
            if (row == null) {
                entities.persist(
                        new ClientRow(client.id(), Json.write(client), client.origins(), owner, clock.instant()));
            } else {
                row.write(Json.write(client), client.origins(), owner, clock.instant());
            }
        });
        forget(client.id());
    }

    @Override
    public boolean delete(String clientId) {
        boolean deleted = records.remove(ClientRow.class, clientId);
        forget(clientId);
        return deleted;
    }

    private void forget(String clientId) {
        copies.changed(() -> {
            clients.invalidate(clientId);
            origins.invalidateAll();
        });
    }

    @Override
    public Optional<String> ownerOf(String clientId) {
        return records.read(entities ->
                Optional.ofNullable(entities.find(ClientRow.class, clientId)).map(ClientRow::owner));
    }

    @Override
    public List<String> ownedBy(String owner) {
        return records.read(entities -> entities.createQuery(
                        "select c.id from ClientRow c where c.owner = :owner order by c.id", String.class)
                .setParameter("owner", owner)
                .getResultList());
    }

    @Override
    public boolean anyWithOrigin(String origin) {
        return origins.get(ALL).contains(origin);
    }
}
