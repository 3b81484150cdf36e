package dev.postern.identity.metadata;

import dev.postern.identity.http.ReadyDocument;
import dev.postern.identity.keys.KeySettings;
import dev.postern.identity.keys.SigningKeys;
import dev.postern.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The server's public keys: JSON Web Key Set, RFC 7517 section 5. */
@Path("/jwks")
@ApplicationScoped
public class JwksResource {

    @Inject
    SigningKeys keys;

    @Inject
    Settings settings;

    private volatile Made made = new Made(new byte[0], new ReadyDocument("", new byte[0]));

    /** @param of the very array that the document was made of */
    private record Made(byte[] of, ReadyDocument document) {}

    @GET
    public Response keys(@Context HttpHeaders headers) {
        byte[] current = keys.document();
        Made latest = made;
        if (latest.of != current) {
            latest = new Made(current, new ReadyDocument("application/json", current));
            made = latest;
        }
        return latest.document.answer(headers, settings.get(KeySettings.DOCUMENT_MAX_AGE));
    }
}
