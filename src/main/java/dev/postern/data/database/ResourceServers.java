package dev.postern.data.database;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The resource servers, served from a short-lived copy in memory. */
public interface ResourceServers {

    Optional<ResourceServer> find(String identifier);

    /** The resource server that a scope value belongs to. */
    Optional<ResourceServer> ofScope(String scopeValue);

    /** The resource servers that authenticate as this client, with what they may introspect. */
    Set<ResourceServer> ofClient(String clientId);

    List<ResourceServer> all();

    void save(ResourceServer server, String owner);

    boolean delete(String identifier);

    Optional<String> ownerOf(String identifier);

    List<String> ownedBy(String owner);
}
