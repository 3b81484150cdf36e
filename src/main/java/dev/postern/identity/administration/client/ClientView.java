package dev.postern.identity.administration.client;

import dev.postern.data.database.RegisteredClient;
import dev.postern.data.database.client.RetiringSecret;
import dev.postern.identity.registration.WrittenClient;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client as administrators see it: its metadata, and under {@code meta} what the register says of it. No secret, nor a hash of one. */
public final class ClientView {

    private ClientView() {}

    public static Map<String, Object> of(RegisteredClient registered) {
        Map<String, Object> view = new LinkedHashMap<>(WrittenClient.of(registered.client()));
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("owner", registered.owner());
        meta.put("kind", registered.client().kind().wire());
        meta.put("revision", registered.revision());
        meta.put("created_at", registered.createdAt().toString());
        meta.put("updated_at", registered.updatedAt().toString());
        meta.put("self_registered", registered.client().registration().selfMade());
        RetiringSecret retiring = registered.client().authentication().retiring();
        if (!retiring.equals(RetiringSecret.NONE)) {
            meta.put("previous_secret_until", retiring.until().toString());
        }
        view.put("meta", meta);
        return view;
    }
}
