package dev.postern.data.database;

import java.util.List;
import java.util.Optional;

/** Registered clients. Reads are served from a short-lived copy in memory; a change is seen by every node within 10 s, here at once. */
public interface Clients {

    Optional<Client> find(String clientId);

    /** Creates or replaces. @param owner who may change it: {@code console}, {@code registration} or {@code file:NAME} */
    void save(Client client, String owner);

    boolean delete(String clientId);

    /** The owner of a client, empty if there is no such client. */
    Optional<String> ownerOf(String clientId);

    List<String> ownedBy(String owner);

    /** Whether any client has registered this browser origin (CORS). Served from memory. */
    boolean anyWithOrigin(String origin);
}
