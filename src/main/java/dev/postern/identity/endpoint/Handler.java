package dev.postern.identity.endpoint;

import dev.postern.identity.http.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** What an endpoint does with a request whose method it takes. */
@FunctionalInterface
public interface Handler {

    /** @throws IOException if the caller has gone away */
    Reply answer(HttpServletRequest request) throws IOException;
}
