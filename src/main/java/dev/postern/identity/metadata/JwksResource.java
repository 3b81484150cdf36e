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

    @GET
    public Response keys(@Context HttpHeaders headers) {
        return new ReadyDocument("application/json", keys.document())
                .answer(headers, settings.get(KeySettings.DOCUMENT_MAX_AGE));
    }
}
