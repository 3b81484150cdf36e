package dev.postern.client.webapp;

import dev.postern.platform.Json;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * A successful answer of the token endpoint: RFC 6749 section 5.1, OpenID Connect Core section 3.1.3.3.
 *
 * @param refreshToken empty if there is none
 * @param idToken empty if there is none
 * @param expiresIn seconds
 */
record TokenAnswer(String accessToken, String refreshToken, String idToken, String scope, long expiresIn) {

    /** @throws SignInFailed if it is an error or cannot be read */
    static TokenAnswer of(HttpResponse<String> response) {
        Map<String, Object> body = body(response);
        if (response.statusCode() != 200) {
            String error = text(body, "error");
            throw new SignInFailed(
                    isBusy(response.statusCode())
                            ? SignInFailed.Reason.UNAVAILABLE
                            : SignInFailed.Reason.ofError(error),
                    "the token endpoint answered " + response.statusCode() + " " + error);
        }
        if (text(body, "access_token").isEmpty() || !text(body, "token_type").equalsIgnoreCase("Bearer")) {
            throw new SignInFailed(SignInFailed.Reason.BAD_ANSWER, "the token answer has no bearer token");
        }
        return new TokenAnswer(
                text(body, "access_token"),
                text(body, "refresh_token"),
                text(body, "id_token"),
                text(body, "scope"),
                body.get("expires_in") instanceof Number seconds ? seconds.longValue() : 0);
    }

    private static boolean isBusy(int status) {
        return status == 429 || status >= 500;
    }

    static Map<String, Object> body(HttpResponse<String> response) {
        try {
            return Json.readObject(response.body());
        } catch (IllegalArgumentException e) {
            throw new SignInFailed(
                    response.statusCode() >= 500 ? SignInFailed.Reason.UNAVAILABLE : SignInFailed.Reason.BAD_ANSWER,
                    "the answer of status " + response.statusCode() + " is not a JSON object");
        }
    }

    static String text(Map<String, Object> body, String name) {
        return body.get(name) instanceof String text ? text : "";
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
