package dev.postern.identity.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

/** An answer as a value: a servlet sends it, a resource returns it as a JAX-RS response. */
public final class Reply {

    /** Fields that others may have set already, each with something of its own. The rest replace what is there. */
    private static final Set<String> ADDED = Set.of("Set-Cookie", "Vary");

    private final int status;
    private final String[] fields;
    private final byte[] body;

    /** @param fields names and values in turn */
    private Reply(int status, String[] fields, byte[] body) {
        this.status = status;
        this.fields = fields;
        this.body = body;
    }

    public static Reply of(int status) {
        return new Reply(status, new String[0], new byte[0]);
    }

    /** @param body from here on the answer's own */
    public static Reply of(int status, String mediaType, byte[] body) {
        return new Reply(status, new String[] {"Content-Type", mediaType}, body);
    }

    /** The same with one more header field. */
    public Reply with(String name, String value) {
        String[] more = Arrays.copyOf(fields, fields.length + 2);
        more[fields.length] = name;
        more[fields.length + 1] = value;
        return new Reply(status, more, body);
    }

    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        for (int i = 0; i < fields.length; i += 2) {
            if (ADDED.contains(fields[i])) {
                response.addHeader(fields[i], fields[i + 1]);
            } else {
                response.setHeader(fields[i], fields[i + 1]);
            }
        }
        if (body.length > 0) {
            response.setContentLength(body.length);
            if (!request.getMethod().equals("HEAD")) {
                response.getOutputStream().write(body);
            }
        }
    }

    public Response toResponse() {
        Response.ResponseBuilder response = Response.status(status);
        for (int i = 0; i < fields.length; i += 2) {
            response.header(fields[i], fields[i + 1]);
        }
        return body.length > 0 ? response.entity(body).build() : response.build();
    }
}
