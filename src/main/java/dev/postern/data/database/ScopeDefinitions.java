package dev.postern.data.database;

import java.util.List;
import java.util.Optional;

/** The scopes this server knows, served from a short-lived copy in memory. openid, profile, email, address, phone and offline_access are built in. */
public interface ScopeDefinitions {

    Optional<ScopeDefinition> find(String name);

    List<ScopeDefinition> all();

    void save(ScopeDefinition scope, String owner);

    boolean delete(String name);

    Optional<String> ownerOf(String name);

    List<String> ownedBy(String owner);
}
