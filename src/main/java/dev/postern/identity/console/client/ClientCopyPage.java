package dev.postern.identity.console.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.client.ClientCloning;
import dev.postern.identity.administration.client.WrittenSecret;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Makes another client like one: {@code /console/client-copy?id=}. */
@Named
@RequestScoped
public class ClientCopyPage {

    @Inject
    ClientCloning cloning;

    @Inject
    ShownClient shown;

    @Inject
    MadeClient made;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    private String clientId = "";
    private String name = "";

    /** Who may not make one has no use for the form. */
    public void open() {
        Guard.mayWrite(frame.by(), Area.CLIENTS);
        shown.registered();
        frame.requireFreshSignIn();
    }

    /** The answer to this very request shows its secret, and nothing later does. */
    public void copy() {
        outcome.here(() -> {
            ObjectNode differences = JsonNodeFactory.instance.objectNode();
            if (!clientId.isBlank()) {
                differences.put("client_id", clientId.strip());
            }
            if (!name.isBlank()) {
                differences.put("client_name", name.strip());
            }
            WrittenSecret written = cloning.copy(frame.by(), shown.getId(), differences);
            made.show(written);
        });
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String wanted) {
        clientId = wanted;
    }

    public String getName() {
        return name;
    }

    public void setName(String wanted) {
        name = wanted;
    }
}
