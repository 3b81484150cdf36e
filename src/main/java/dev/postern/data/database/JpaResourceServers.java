package dev.postern.data.database;

import com.github.benmanes.caffeine.cache.LoadingCache;
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

/** Resource servers, all of them in one copy in memory. */
@Service
class JpaResourceServers implements ResourceServers {

    private static final String ALL = "all";

    private final Records records;
    private final Clock clock;
    private final ReadCopy copies;
    private final LoadingCache<String, Known> known;

    @Inject
    JpaResourceServers(Records records, Clock clock, ReadCopy copies) {
        this.records = records;
        this.clock = clock;
        this.copies = copies;
        this.known = copies.of(all -> read());
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
        return Known.of(records.read(entities -> entities.createQuery(
                        "select r from ResourceServerRow r order by r.identifier", ResourceServerRow.class)
                .getResultStream()
                .map(row -> Json.read(row.document(), ResourceServer.class))
                .toList()));
    }

    @Override
    public Optional<ResourceServer> find(String identifier) {
        return Optional.ofNullable(known.get(ALL).byIdentifier.get(identifier));
    }

    @Override
    public Optional<ResourceServer> ofScope(String scopeValue) {
        return Optional.ofNullable(known.get(ALL).byScope.get(scopeValue));
    }

    @Override
    public Set<ResourceServer> ofClient(String clientId) {
        return all().stream()
                .filter(server -> !clientId.isEmpty() && server.clientId().equals(clientId))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<ResourceServer> all() {
        return List.copyOf(known.get(ALL).byIdentifier.values());
    }

    @Override
    public void save(ResourceServer server, String owner) {
        records.write(entities -> {
            ResourceServerRow row = entities.find(ResourceServerRow.class, server.identifier());
            if (row == null) {
                entities.persist(
                        new ResourceServerRow(server.identifier(), Json.write(server), owner, clock.instant()));
            } else {
                row.write(Json.write(server), owner, clock.instant());
            }
        });
        copies.changed(known::invalidateAll);
    }

    @Override
    public boolean delete(String identifier) {
        boolean deleted = records.remove(ResourceServerRow.class, identifier);
        copies.changed(known::invalidateAll);
        return deleted;
    }

    @Override
    public Optional<String> ownerOf(String identifier) {
        return records.read(entities -> Optional.ofNullable(entities.find(ResourceServerRow.class, identifier))
                .map(ResourceServerRow::owner));
    }

    @Override
    public List<String> ownedBy(String owner) {
        return records.read(entities -> entities.createQuery(
                        "select r.identifier from ResourceServerRow r where r.owner = :owner order by r.identifier",
                        String.class)
                .setParameter("owner", owner)
                .getResultList());
    }
}
