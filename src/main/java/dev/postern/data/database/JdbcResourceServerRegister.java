package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Resource servers by plain statements, each of which decides by its row count. */
@Service
class JdbcResourceServerRegister implements ResourceServerRegister {

    private final OwnedDocuments<ResourceServer> documents;
    private final ReadCopy copies;

    @Inject
    JdbcResourceServerRegister(Sql sql, ReadCopy copies, Clock clock) {
        this.documents = new OwnedDocuments<>(
                sql, clock, "resource_server", "identifier", ResourceServer.class, ResourceServer::identifier);
        this.copies = copies;
    }

    @Override
    public List<Registered<ResourceServer>> all() {
        return documents.all();
    }

    @Override
    public Optional<Registered<ResourceServer>> find(String identifier) {
        return documents.find(identifier);
    }

    @Override
    public boolean add(ResourceServer added, String owner) {
        return told(documents.add(added, owner));
    }

    @Override
    public boolean replace(ResourceServer changed, Registered<ResourceServer> seen) {
        return told(documents.replace(changed, seen));
    }

    @Override
    public boolean remove(Registered<ResourceServer> seen) {
        return told(documents.remove(seen));
    }

    private boolean told(boolean changed) {
        copies.changed("resource-server", ReadCopy.ALL);
        return changed;
    }
}
