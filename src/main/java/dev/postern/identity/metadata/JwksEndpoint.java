package dev.postern.identity.metadata;

import dev.postern.identity.endpoint.Endpoints;
import dev.postern.identity.endpoint.Methods;
import dev.postern.identity.http.ReadyDocument;
import dev.postern.identity.http.Reply;
import dev.postern.identity.keys.KeySettings;
import dev.postern.identity.keys.SigningKeys;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** The server's public keys: JSON Web Key Set, RFC 7517 section 5. */
@WebServlet({"/jwks", "/jwks/"})
public class JwksEndpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Endpoints endpoints;

    @Inject
    transient SigningKeys keys;

    @Inject
    transient Settings settings;

    private transient volatile Made made = Made.of(new byte[0], Duration.ZERO);

    /** @param of the very array that the document was made of */
    private record Made(byte[] of, ReadyDocument document) {

        static Made of(byte[] keys, Duration maxAge) {
            return new Made(keys, new ReadyDocument("application/json", keys, maxAge));
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        endpoints.run(request, response, Methods.GET, this::keys);
    }

    private Reply keys(HttpServletRequest request) {
        byte[] current = keys.document();
        Made latest = made;
        if (latest.of != current) {
            latest = Made.of(current, settings.get(KeySettings.DOCUMENT_MAX_AGE));
            made = latest;
        }
        return latest.document.answer(request);
    }
}
