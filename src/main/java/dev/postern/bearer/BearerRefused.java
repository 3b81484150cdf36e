package dev.postern.bearer;

import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.Scope;
import java.util.Optional;

/**
 * A request that its bearer token does not admit: RFC 6750 section 3.
 *
 * <p>The description is a constant: nothing that the request said is echoed.
 */
public final class BearerRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Optional<OAuthErrorCode> code;
    private final transient Scope scope;

    private BearerRefused(int status, Optional<OAuthErrorCode> code, String description, Scope scope) {
        super(description, null, false, false);
        this.status = status;
        this.code = code;
        this.scope = scope;
    }

    /** The request has no token: the challenge has no error code (RFC 6750 section 3.1). */
    public static BearerRefused noToken() {
        return new BearerRefused(401, Optional.empty(), "A bearer token is needed.", Scope.NONE);
    }

    public static BearerRefused badRequest(String description) {
        return new BearerRefused(400, Optional.of(OAuthErrorCode.INVALID_REQUEST), description, Scope.NONE);
    }

    public static BearerRefused badToken(String description) {
        return new BearerRefused(401, Optional.of(OAuthErrorCode.INVALID_TOKEN), description, Scope.NONE);
    }

    public static BearerRefused tooLittleScope(Scope needed) {
        return new BearerRefused(
                403, Optional.of(OAuthErrorCode.INSUFFICIENT_SCOPE), "The token lacks a scope.", needed);
    }

    public int status() {
        return status;
    }

    public String description() {
        return String.valueOf(getMessage());
    }

    /** The error's name on the wire, or what stands for a request without a token. */
    public String reason() {
        return code.map(OAuthErrorCode::wire).orElse("no_token");
    }

    /** The WWW-Authenticate header. @param realm a constant */
    public String challenge(String realm) {
        StringBuilder challenge =
                new StringBuilder("Bearer realm=\"").append(realm).append('"');
        code.ifPresent(present -> challenge
                .append(", error=\"")
                .append(present.wire())
                .append("\", error_description=\"")
                .append(description())
                .append('"'));
        if (!scope.isEmpty()) {
            challenge.append(", scope=\"").append(scope.wire()).append('"');
        }
        return challenge.toString();
    }
}
