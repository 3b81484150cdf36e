package dev.postern.identity.administration.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Client;
import dev.postern.identity.administration.change.MergePatch;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.registration.WrittenClient;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * A new client like another one, whoever owns that. It has an id and a secret of its own, and belongs to the console.
 *
 * <p>Public keys are copied too: they are metadata, and who has their private halves can sign for both.
 */
@Service
public class ClientCloning {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ClientAdministration clients;

    @Inject
    public ClientCloning(ClientAdministration clients) {
        this.clients = clients;
    }

    /** @param differences what is to be otherwise, as a merge patch (RFC 7396); without a client_id the server makes one */
    @Transactional
    public WrittenSecret copy(Administrator by, String clientId, ObjectNode differences) {
        Client original = clients.find(by, clientId).client();
        ObjectNode metadata = MAPPER.valueToTree(WrittenClient.of(original));
        metadata.remove("client_id");
        return clients.create(by, MergePatch.apply(metadata, differences));
    }
}
