package dev.postern.identity.http;

import dev.postern.platform.JsonObject;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import java.nio.charset.StandardCharsets;

/** Answers in JSON that nobody may store: RFC 6749 sections 5.1 and 5.2. */
public final class JsonAnswers {

    private static final String JSON = "application/json";
    private static final String REALM = "realm=\"postern\"";
    private static final String RETRY_AFTER = "Retry-After";
    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";

    private JsonAnswers() {}

    public static Reply ok(byte[] json) {
        return answer(200, json);
    }

    /** A signed answer: OpenID Connect Core section 5.3.2. */
    public static Reply jwt(String jwt) {
        return unstored(Reply.of(200, "application/jwt", jwt.getBytes(StandardCharsets.US_ASCII)));
    }

    /** An answer of any status that holds secrets, such as a registration. */
    public static Reply notStored(int status, byte[] json) {
        return answer(status, json);
    }

    /** An error answer; a client that failed by the Authorization header is told the scheme, one that failed too often when to come again. */
    public static Reply refused(OAuthRefused refusal, boolean usedAuthorizationHeader) {
        if (refusal.retryAfter().isPresent()) {
            return answer(429, body(refusal.code(), refusal.description()))
                    .with(RETRY_AFTER, Long.toString(refusal.retryAfter().get().toSeconds()));
        }
        Reply answer = error(refusal.code(), refusal.description());
        return refusal.code() == OAuthErrorCode.INVALID_CLIENT && usedAuthorizationHeader
                ? answer.with(WWW_AUTHENTICATE, "Basic " + REALM + ", charset=\"UTF-8\"")
                : answer;
    }

    /** An error answer of a protected resource: RFC 6750 section 3. */
    public static Reply bearerRefused(OAuthRefused refusal) {
        String challenge = "Bearer " + REALM + ", error=\"" + refusal.code().wire() + "\", error_description=\""
                + refusal.description() + "\"";
        return error(refusal.code(), refusal.description()).with(WWW_AUTHENTICATE, challenge);
    }

    /** The request carried no token at all: a challenge without an error code (RFC 6750 section 3.1). */
    public static Reply bearerMissing() {
        return answer(401, new JsonObject().bytes()).with(WWW_AUTHENTICATE, "Bearer " + REALM);
    }

    /** A store or the queue is away for the moment. */
    public static Reply unavailable() {
        return error(OAuthErrorCode.TEMPORARILY_UNAVAILABLE, "try again in a moment")
                .with(RETRY_AFTER, "1");
    }

    /** Any other failure by its HTTP status, without detail. */
    public static Reply failure(int status) {
        OAuthErrorCode code = status >= 500 ? OAuthErrorCode.SERVER_ERROR : OAuthErrorCode.INVALID_REQUEST;
        return answer(
                status, body(code, status >= 500 ? "something went wrong here" : "the request is not understood"));
    }

    private static Reply error(OAuthErrorCode code, String description) {
        return answer(code.status(), body(code, description));
    }

    private static byte[] body(OAuthErrorCode code, String description) {
        return new JsonObject()
                .put("error", code.wire())
                .put("error_description", description)
                .bytes();
    }

    private static Reply answer(int status, byte[] json) {
        return unstored(Reply.of(status, JSON, json));
    }

    private static Reply unstored(Reply reply) {
        return reply.with("Cache-Control", "no-store").with("Pragma", "no-cache");
    }
}
