package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Clients as JSON documents, edited through JPA and read from copies in memory. */
@Service
class StoredClients implements Clients {

    private final Sql sql;
    private final Records records;
    private final Clock clock;
    private final ReadCopy.Copies<Optional<Client>> clients;
    private final ReadCopy.Copies<Set<String>> origins;

    @Inject
    StoredClients(Sql sql, Records records, Clock clock, ReadCopy copies) {
        this.sql = sql;
        this.records = records;
        this.clock = clock;
        this.clients = copies.of("client", this::read);
        this.origins = copies.of("client-origin", all -> readOrigins());
    }

    @Override
    public Optional<Client> find(String clientId) {
        return clients.get(clientId);
    }

    private Optional<Client> read(String clientId) {
        return sql.first(
                        "select document from client where client_id = ?",
                        row -> ClientDocument.read(row.getString("document")),
                        clientId)
                .filter(Client::isEnabled);
    }

    private Set<String> readOrigins() {
        return Set.copyOf(sql.all("select distinct origin from client_origin", row -> row.getString("origin")));
    }

    @Override
    public void save(Client client, String owner) {
        records.write(entities -> {
            Instant now = clock.instant();
            OwnedDocument content = new OwnedDocument(ClientDocument.write(client), owner, now);
            ClientRow row = entities.find(ClientRow.class, client.id());
            if (row == null) {
                entities.persist(new ClientRow(client, content, now));
            } else {
                row.write(client, content);
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
        clients.changed(clientId);
        origins.changed(ReadCopy.ALL);
    }

    @Override
    public Optional<String> ownerOf(String clientId) {
        return sql.first("select owner from client where client_id = ?", row -> row.getString("owner"), clientId);
    }

    @Override
    public List<String> ownedBy(String owner) {
        return sql.all(
                "select client_id from client where owner = ? order by client_id",
                row -> row.getString("client_id"),
                owner);
    }

    @Override
    public boolean anyWithOrigin(String origin) {
        return origins.get(ReadCopy.ALL).contains(origin);
    }
}
