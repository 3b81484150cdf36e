package dev.postern.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** Header fields as they arrived. */
final class RequestHeaders {

    private RequestHeaders() {}

    /** The Authorization fields, none if there is none. */
    static List<String> authorization(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Authorization"));
    }
}
