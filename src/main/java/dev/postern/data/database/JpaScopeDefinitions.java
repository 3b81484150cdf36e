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

/** Scope definitions, all of them in one copy in memory. A stored one takes the place of the built-in one of its name. */
@Service
class JpaScopeDefinitions implements ScopeDefinitions {

    private static final String ALL = "all";

    private final Records records;
    private final Clock clock;
    private final ReadCopy copies;
    private final LoadingCache<String, Map<String, ScopeDefinition>> known;

    @Inject
    JpaScopeDefinitions(Records records, Clock clock, ReadCopy copies) {
        this.records = records;
        this.clock = clock;
        this.copies = copies;
        this.known = copies.of(all -> read());
    }

    private Map<String, ScopeDefinition> read() {
        Map<String, ScopeDefinition> definitions = new LinkedHashMap<>();
        BuiltInScopes.ALL.forEach(scope -> definitions.put(scope.name(), scope));
        records.read(entities -> entities.createQuery(
                                "select s from ScopeDefinitionRow s order by s.name", ScopeDefinitionRow.class)
                        .getResultList())
                .forEach(row -> {
                    ScopeDefinition scope = Json.read(row.document(), ScopeDefinition.class);
                    definitions.put(scope.name(), scope);
                });
        return definitions;
    }

    @Override
    public Optional<ScopeDefinition> find(String name) {
        return Optional.ofNullable(known.get(ALL).get(name));
    }

    @Override
    public List<ScopeDefinition> all() {
        return List.copyOf(known.get(ALL).values());
    }

    @Override
    public void save(ScopeDefinition scope, String owner) {
        records.write(entities -> {
            ScopeDefinitionRow row = entities.find(ScopeDefinitionRow.class, scope.name());
            if (row == null) {
                entities.persist(new ScopeDefinitionRow(scope.name(), Json.write(scope), owner, clock.instant()));
            } else {
                row.write(Json.write(scope), owner, clock.instant());
            }
        });
        copies.changed(known::invalidateAll);
    }

    @Override
    public boolean delete(String name) {
        boolean deleted = records.remove(ScopeDefinitionRow.class, name);
        copies.changed(known::invalidateAll);
        return deleted;
    }

    @Override
    public Optional<String> ownerOf(String name) {
        return records.read(entities -> Optional.ofNullable(entities.find(ScopeDefinitionRow.class, name))
                .map(ScopeDefinitionRow::owner));
    }

    @Override
    public List<String> ownedBy(String owner) {
        return records.read(entities -> entities.createQuery(
                        "select s.name from ScopeDefinitionRow s where s.owner = :owner order by s.name", String.class)
                .setParameter("owner", owner)
                .getResultList());
    }
}
