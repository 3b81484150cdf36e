package dev.postern.identity.authorization.request;

import dev.postern.protocol.OAuthErrorCode;

/** The verified client is told at its verified redirect URI: RFC 6749 section 4.1.2.1. */
public final class RefusedByRedirect extends AuthorizationRefused {

    private static final long serialVersionUID = 1L;

    private final transient VerifiedReturn to;

    public RefusedByRedirect(AuthorizationRequest request, VerifiedReturn to, OAuthErrorCode error, String reason) {
        super(request, error, reason);
        this.to = to;
    }

    public VerifiedReturn to() {
        return to;
    }
}
