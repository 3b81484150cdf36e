package dev.postern.identity.authorization.request;

import dev.postern.protocol.OAuthErrorCode;

/**
 * An authorization request is refused: RFC 6749 section 4.1.2.1. Either on a page, or by a redirect, and the latter takes a
 * {@link VerifiedReturn} to make.
 */
public abstract sealed class AuthorizationRefused extends RuntimeException permits RefusedOnPage, RefusedByRedirect {

    private static final long serialVersionUID = 1L;

    private final transient AuthorizationRequest request;
    private final OAuthErrorCode error;

    AuthorizationRefused(AuthorizationRequest request, OAuthErrorCode error, String reason) {
        super(reason, null, false, false);
        this.request = request;
        this.error = error;
    }

    public AuthorizationRequest request() {
        return request;
    }

    public OAuthErrorCode error() {
        return error;
    }

    /** A constant of ours: it may be shown. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
