package dev.postern.identity.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** Header fields as they arrived. */
public final class RequestHeaders {

    private RequestHeaders() {}

    /** The Authorization fields, none if there is none. */
    public static List<String> authorization(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Authorization"));
    }
}
