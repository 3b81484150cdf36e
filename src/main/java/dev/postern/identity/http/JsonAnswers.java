package dev.postern.identity.http;

import dev.postern.platform.JsonObject;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers in JSON that nobody may store: RFC 6749 sections 5.1 and 5.2. */
public final class JsonAnswers {

    private static final String JSON = "application/json";
    private static final String REALM = "realm=\"postern\"";

    private JsonAnswers() {}

    public static Response ok(byte[] json) {
        return answer(200, json).build();
    }

    /** An error answer; a client that failed by the Authorization header is told the scheme, one that failed too often when to come again. */
    public static Response refused(OAuthRefused refusal, boolean usedAuthorizationHeader) {
        if (refusal.retryAfter().isPresent()) {
            return answer(429, body(refusal.code(), refusal.description()))
                    .header(HttpHeaders.RETRY_AFTER, refusal.retryAfter().get().toSeconds())
                    .build();
        }
        Response.ResponseBuilder answer = error(refusal.code(), refusal.description());
        if (refusal.code() == OAuthErrorCode.INVALID_CLIENT && usedAuthorizationHeader) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic " + REALM + ", charset=\"UTF-8\"");
        }
        return answer.build();
    }

    /** An error answer of a protected resource: RFC 6750 section 3. */
    public static Response bearerRefused(OAuthRefused refusal) {
        String challenge = "Bearer " + REALM + ", error=\"" + refusal.code().wire() + "\", error_description=\""
                + refusal.description() + "\"";
        return error(refusal.code(), refusal.description())
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    /** The request carried no token at all: a challenge without an error code (RFC 6750 section 3.1). */
    public static Response bearerMissing() {
        return answer(401, new JsonObject().bytes())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer " + REALM)
                .build();
    }

    /** A store or the queue is away for the moment. */
    public static Response unavailable() {
        return error(OAuthErrorCode.TEMPORARILY_UNAVAILABLE, "try again in a moment")
                .header(HttpHeaders.RETRY_AFTER, "1")
                .build();
    }

    /** Any other failure by its HTTP status, without detail. */
    public static Response failure(int status) {
        OAuthErrorCode code = status >= 500 ? OAuthErrorCode.SERVER_ERROR : OAuthErrorCode.INVALID_REQUEST;
        return answer(status, body(code, status >= 500 ? "something went wrong here" : "the request is not understood"))
                .build();
    }

    private static Response.ResponseBuilder error(OAuthErrorCode code, String description) {
        return answer(code.status(), body(code, description));
    }

    private static byte[] body(OAuthErrorCode code, String description) {
        return new JsonObject()
                .put("error", code.wire())
                .put("error_description", description)
                .bytes();
    }

    private static Response.ResponseBuilder answer(int status, byte[] json) {
        return Response.status(status)
                .type(JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Pragma", "no-cache")
                .entity(json);
    }
}
