package dev.postern.identity.token;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** Header fields as they arrived. */
final class RequestHeaders {

    private RequestHeaders() {}

    /** The Authorization fields, none if there is none. */
    static List<String> authorization(HttpHeaders headers) {
        List<String> fields = headers.getRequestHeader(HttpHeaders.AUTHORIZATION);
        return fields == null ? List.of() : fields;
    }
}
