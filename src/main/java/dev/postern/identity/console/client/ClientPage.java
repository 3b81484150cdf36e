package dev.postern.identity.console.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.RegisteredClient;
import dev.postern.identity.administration.change.Expected;
import dev.postern.identity.administration.change.MergePatch;
import dev.postern.identity.administration.client.ClientAdministration;
import dev.postern.identity.administration.client.ClientTrials;
import dev.postern.identity.administration.client.WrittenSecret;
import dev.postern.identity.clientkeys.TriedKeySet;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.identity.registration.WrittenClient;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client, read and edited: {@code /console/client?id=}. */
@Named
@RequestScoped
public class ClientPage {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Inject
    ClientAdministration clients;

    @Inject
    ClientTrials trials;

    @Inject
    ShownClient shown;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    private final ClientForm form = new ClientForm();
    private String revision = "";
    private @Nullable TriedKeySet tried;

    /** The form shows what is registered; after a refusal, what was typed. */
    public void open() {
        RegisteredClient registered = shown.registered();
        if (!FacesContext.getCurrentInstance().isPostback()) {
            form.show(WrittenClient.of(registered.client()));
            revision = registered.revision();
        }
    }

    /** Where its new way of authentication needs a secret, one has been made that nobody has seen: that page makes one to be seen. */
    public void save() {
        outcome.of(() -> {
            WrittenSecret written = clients.patch(frame.by(), shown.getId(), new Expected(revision), form.patch());
            return written.secret().isEmpty()
                    ? ClientLinks.client(shown.getId()) + "&notice=saved"
                    : ClientLinks.to("/console/client-secrets", "id", shown.getId(), "notice", "unseen");
        });
    }

    /** Looks at the keys that the form names, published or pasted, and changes nothing. */
    public void tryKeys() {
        outcome.here(() -> {
            String uri = form.text("jwks_uri");
            tried = uri.isEmpty() ? trials.read(frame.by(), form.text("jwks")) : trials.fetch(frame.by(), uri);
        });
    }

    public void enable() {
        outcome.of(() -> {
            ObjectNode enabled = JsonNodeFactory.instance.objectNode().put("enabled", true);
            clients.patch(frame.by(), shown.getId(), new Expected(revision), enabled);
            return ClientLinks.client(shown.getId()) + "&notice=enabled";
        });
    }

    /** What would be registered now if the form were taken as it is. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> getMine() {
        ObjectNode current = MAPPER.valueToTree(outcome.getCurrent());
        return MAPPER.convertValue(MergePatch.apply(current, form.patch()), Map.class);
    }

    public Map<String, Object> getForm() {
        return form.values();
    }

    /** What may be chosen in a field: labels with values, of which the empty one stands for whatever is usual. */
    public Map<String, String> choices(String field) {
        return ClientChoices.of(field, frame.in("console-clients"));
    }

    /** Key of the words that say why there are no keys. */
    public String getFailure() {
        return tried == null
                ? ""
                : tried.failure()
                        .map(failure -> "failed." + failure.name().toLowerCase(Locale.ROOT))
                        .orElse("");
    }

    public @Nullable TriedKeySet getTried() {
        return tried;
    }

    public String getRevision() {
        return revision;
    }

    public void setRevision(String read) {
        revision = read;
    }
}
