package dev.postern.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error of an HTTP API in the form of RFC 9457.
 *
 * @param title what kind of problem it is: a constant
 * @param detail what the caller can do: a constant
 */
public record ProblemDetails(int status, String title, String detail) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The document, with the request's id so that somebody can be asked about it. */
    public String json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        String requestId = CurrentRequest.get().requestId();
        if (!requestId.isEmpty()) {
            members.put("request_id", requestId);
        }
        return Json.write(members);
    }
}
