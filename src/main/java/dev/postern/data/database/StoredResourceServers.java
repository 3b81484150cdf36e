package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Json;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Resource servers, edited through JPA, all of them in one copy in memory. */
@Service
class StoredResourceServers implements ResourceServers {

    private final Sql sql;
    private final Records records;
    private final Clock clock;
    private final ReadCopy.Copies<Known> known;

    @Inject
    StoredResourceServers(Sql sql, Records records, Clock clock, ReadCopy copies) {
        this.sql = sql;
        this.records = records;
        this.clock = clock;
        this.known = copies.of("resource-server", all -> read());
    }

    /** The copy, looked up by identifier and by scope value; the first by identifier has a scope that two claim. */
    private record Known(Map<String, ResourceServer> byIdentifier, Map<String, ResourceServer> byScope) {

        static Known of(List<ResourceServer> servers) {
            Map<String, ResourceServer> byIdentifier = new LinkedHashMap<>();
            Map<String, ResourceServer> byScope = new LinkedHashMap<>();
            for (ResourceServer server : servers) {
                byIdentifier.put(server.identifier(), server);
                server.scopes().forEach(scope -> byScope.putIfAbsent(scope, server));
            }
            return new Known(byIdentifier, byScope);
        }
    }

    private Known read() {
        return Known.of(sql.all(
                "select document from resource_server order by identifier",
                row -> Json.read(row.getString("document"), ResourceServer.class)));
    }

    @Override
    public Optional<ResourceServer> find(String identifier) {
        return Optional.ofNullable(known.get(ReadCopy.ALL).byIdentifier.get(identifier));
    }

    @Override
    public Optional<ResourceServer> ofScope(String scopeValue) {
        return Optional.ofNullable(known.get(ReadCopy.ALL).byScope.get(scopeValue));
    }

    @Override
    public Set<ResourceServer> ofClient(String clientId) {
        return all().stream()
                .filter(server -> !clientId.isEmpty() && server.clientId().equals(clientId))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<ResourceServer> all() {
        return List.copyOf(known.get(ReadCopy.ALL).byIdentifier.values());
    }

    @Override
    public void save(ResourceServer server, String owner) {
        records.write(entities -> {
            OwnedDocument content = new OwnedDocument(Json.write(server), owner, clock.instant());
            ResourceServerRow row = entities.find(ResourceServerRow.class, server.identifier());
            if (row == null) {
                entities.persist(new ResourceServerRow(server.identifier(), content));
            } else {
                row.write(content);
            }
        });
        known.changed(ReadCopy.ALL);
    }

    @Override
    public boolean delete(String identifier) {
        boolean deleted = records.remove(ResourceServerRow.class, identifier);
        known.changed(ReadCopy.ALL);
        return deleted;
    }

    @Override
    public Optional<String> ownerOf(String identifier) {
        return sql.first(
                "select owner from resource_server where identifier = ?", row -> row.getString("owner"), identifier);
    }

    @Override
    public List<String> ownedBy(String owner) {
        return sql.all(
                "select identifier from resource_server where owner = ? order by identifier",
                row -> row.getString("identifier"),
                owner);
    }
}
