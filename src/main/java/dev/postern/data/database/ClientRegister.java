package dev.postern.data.database;

import dev.postern.data.database.client.ClientKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The clients as administrators see them: disabled ones too, always as they are in the database. Calls join the caller's transaction. */
public interface ClientRegister {

    Optional<RegisteredClient> find(String clientId);

    /** Up to so many clients whose ids follow, in the order of their ids. */
    List<RegisteredClient> page(Search search, String after, int limit);

    List<String> idsOwnedBy(String owner);

    /** Up to so many ids of clients whose scope has this value, in order. It reads along the table. */
    List<String> withScope(String value, int limit);

    /** Up to so many ids of clients whose metadata name a resource, in order. It reads along the table. */
    List<String> idsNaming(String value, int limit);

    /** Of these ids, those that are there. */
    List<RegisteredClient> among(Set<String> clientIds);

    /** @return false if there is one of this id already; nothing is changed then */
    boolean add(Client client, String owner);

    /** Replaces the client if nobody has changed it since; one conditional update decides. @return false if somebody has */
    boolean replace(Client client, RegisteredClient seen);

    /** @return false if somebody has changed it since */
    boolean remove(RegisteredClient seen);

    /** Writes many at once, whatever was there. */
    void putAll(List<Client> clients, String owner);

    void removeAll(List<String> clientIds);

    /**
     * What is looked for; empty means anything.
     *
     * @param text part of an id or a name, in any case
     */
    record Search(String text, String owner, Optional<Boolean> enabled, Optional<ClientKind> kind) {}
}
