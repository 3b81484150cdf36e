package dev.postern.data.database;

import java.util.List;
import java.util.Optional;

/** Resource servers as administrators see them, always as they are in the database. Calls join the caller's transaction. */
public interface ResourceServerRegister {

    /** In the order of their ids. */
    List<Registered<ResourceServer>> all();

    Optional<Registered<ResourceServer>> find(String identifier);

    /** @return false if there is one already */
    boolean add(ResourceServer added, String owner);

    /** One conditional update decides. @return false if somebody has changed it since */
    boolean replace(ResourceServer changed, Registered<ResourceServer> seen);

    /** @return false if somebody has changed it since */
    boolean remove(Registered<ResourceServer> seen);
}
