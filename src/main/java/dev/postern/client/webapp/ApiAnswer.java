package dev.postern.client.webapp;

import dev.postern.platform.Json;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * What the API answered to the app: RFC 6750 for refusals.
 *
 * @param status 0: it could not be reached
 * @param challenge the WWW-Authenticate field, if there is one
 */
record ApiAnswer(String request, int status, Optional<String> challenge, String body) {

    static ApiAnswer of(String request, HttpResponse<String> response) {
        return new ApiAnswer(
                request, response.statusCode(), response.headers().firstValue("WWW-Authenticate"), response.body());
    }

    static ApiAnswer away(String request) {
        return new ApiAnswer(request, 0, Optional.empty(), "");
    }

    /** The body with line breaks, if it is JSON. */
    String readableBody() {
        return Json.indented(body);
    }

    boolean isAway() {
        return status == 0 || status >= 500;
    }
}
