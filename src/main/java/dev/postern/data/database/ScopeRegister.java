package dev.postern.data.database;

import java.util.List;
import java.util.Optional;

/** Scopes as administrators see them, always as they are in the database. Calls join the caller's transaction. */
public interface ScopeRegister {

    /** In the order of their ids. */
    List<Registered<ScopeDefinition>> all();

    Optional<Registered<ScopeDefinition>> find(String name);

    /** @return false if there is one already */
    boolean add(ScopeDefinition added, String owner);

    /** One conditional update decides. @return false if somebody has changed it since */
    boolean replace(ScopeDefinition changed, Registered<ScopeDefinition> seen);

    /** @return false if somebody has changed it since */
    boolean remove(Registered<ScopeDefinition> seen);
}
