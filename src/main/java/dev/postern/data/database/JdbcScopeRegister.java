package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Scopes by plain statements, each of which decides by its row count. */
@Service
class JdbcScopeRegister implements ScopeRegister {

    private final OwnedDocuments<ScopeDefinition> documents;
    private final ReadCopy copies;

    @Inject
    JdbcScopeRegister(Sql sql, ReadCopy copies, Clock clock) {
        this.documents = new OwnedDocuments<>(
                sql, clock, "scope_definition", "name", ScopeDefinition.class, ScopeDefinition::name);
        this.copies = copies;
    }

    @Override
    public List<Registered<ScopeDefinition>> all() {
        return documents.all();
    }

    @Override
    public Optional<Registered<ScopeDefinition>> find(String name) {
        return documents.find(name);
    }

    @Override
    public boolean add(ScopeDefinition added, String owner) {
        return told(documents.add(added, owner));
    }

    @Override
    public boolean replace(ScopeDefinition changed, Registered<ScopeDefinition> seen) {
        return told(documents.replace(changed, seen));
    }

    @Override
    public boolean remove(Registered<ScopeDefinition> seen) {
        return told(documents.remove(seen));
    }

    private boolean told(boolean changed) {
        copies.changed("scope-definition", ReadCopy.ALL);
        return changed;
    }
}
