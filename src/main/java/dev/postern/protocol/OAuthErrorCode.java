package dev.postern.protocol;

import java.util.Locale;

/** The error codes of the wire with the HTTP status they have where no redirect carries them. */
public enum OAuthErrorCode {
    /** RFC 6749 sections 4.1.2.1 and 5.2. */
    INVALID_REQUEST(400),
    INVALID_CLIENT(401),
    INVALID_GRANT(400),
    UNAUTHORIZED_CLIENT(400),
    UNSUPPORTED_GRANT_TYPE(400),
    UNSUPPORTED_RESPONSE_TYPE(400),
    INVALID_SCOPE(400),
    ACCESS_DENIED(400),
    SERVER_ERROR(500),
    TEMPORARILY_UNAVAILABLE(503),
    /** RFC 8628 section 3.5. */
    AUTHORIZATION_PENDING(400),
    SLOW_DOWN(400),
    EXPIRED_TOKEN(400),
    /** RFC 8707 section 2. */
    INVALID_TARGET(400),
    /** RFC 6750 section 3.1. */
    INVALID_TOKEN(401),
    INSUFFICIENT_SCOPE(403),
    /** RFC 7009 section 2.2.1. */
    UNSUPPORTED_TOKEN_TYPE(400),
    /** OpenID Connect Core section 3.1.2.6. */
    LOGIN_REQUIRED(400),
    CONSENT_REQUIRED(400),
    INTERACTION_REQUIRED(400),
    ACCOUNT_SELECTION_REQUIRED(400),
    REQUEST_NOT_SUPPORTED(400),
    REQUEST_URI_NOT_SUPPORTED(400),
    REGISTRATION_NOT_SUPPORTED(400),
    INVALID_REQUEST_OBJECT(400),
    INVALID_REQUEST_URI(400),
    /** OpenID Connect Core Error Code unmet_authentication_requirements. */
    UNMET_AUTHENTICATION_REQUIREMENTS(400);

    private final int status;

    OAuthErrorCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The form on the wire: lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
