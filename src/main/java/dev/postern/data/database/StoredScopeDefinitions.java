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

/** Scope definitions, edited through JPA, all of them in one copy in memory. A stored one takes the place of the built-in one of its name. */
@Service
class StoredScopeDefinitions implements ScopeDefinitions {

    private final Sql sql;
    private final Records records;
    private final Clock clock;
    private final ReadCopy.Copies<Map<String, ScopeDefinition>> known;

    @Inject
    StoredScopeDefinitions(Sql sql, Records records, Clock clock, ReadCopy copies) {
        this.sql = sql;
        this.records = records;
        this.clock = clock;
        this.known = copies.of("scope-definition", all -> read());
    }

    private Map<String, ScopeDefinition> read() {
        Map<String, ScopeDefinition> definitions = new LinkedHashMap<>();
        BuiltInScopes.ALL.forEach(scope -> definitions.put(scope.name(), scope));
        sql.all(
                        "select document from scope_definition order by name",
                        row -> Json.read(row.getString("document"), ScopeDefinition.class))
                .forEach(scope -> definitions.put(scope.name(), scope));
        return definitions;
    }

    @Override
    public Optional<ScopeDefinition> find(String name) {
        return Optional.ofNullable(known.get(ReadCopy.ALL).get(name));
    }

    @Override
    public List<ScopeDefinition> all() {
        return List.copyOf(known.get(ReadCopy.ALL).values());
    }

    @Override
    public void save(ScopeDefinition scope, String owner) {
        records.write(entities -> {
            OwnedDocument content = new OwnedDocument(Json.write(scope), owner, clock.instant());
            ScopeDefinitionRow row = entities.find(ScopeDefinitionRow.class, scope.name());
            if (row == null) {
                entities.persist(new ScopeDefinitionRow(scope.name(), content));
            } else {
                row.write(content);
            }
        });
        known.changed(ReadCopy.ALL);
    }

    @Override
    public boolean delete(String name) {
        boolean deleted = records.remove(ScopeDefinitionRow.class, name);
        known.changed(ReadCopy.ALL);
        return deleted;
    }

    @Override
    public Optional<String> ownerOf(String name) {
        return sql.first("select owner from scope_definition where name = ?", row -> row.getString("owner"), name);
    }

    @Override
    public List<String> ownedBy(String owner) {
        return sql.all(
                "select name from scope_definition where owner = ? order by name", row -> row.getString("name"), owner);
    }
}
