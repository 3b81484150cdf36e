package dev.postern.data.database.client;

import java.util.Locale;

/** token_endpoint_auth_method: RFC 7591 section 2, OpenID Connect Core section 9. */
public enum ClientAuthenticationMethod {
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_POST,
    CLIENT_SECRET_JWT,
    PRIVATE_KEY_JWT,
    NONE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the client proves itself with a secret, sent to us or as the key of an HMAC. */
    public boolean usesSecret() {
        return switch (this) {
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, CLIENT_SECRET_JWT -> true;
            case PRIVATE_KEY_JWT, NONE -> false;
        };
    }

    /** Whether the client proves itself with a signed assertion (RFC 7523). */
    public boolean usesAssertion() {
        return switch (this) {
            case CLIENT_SECRET_JWT, PRIVATE_KEY_JWT -> true;
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, NONE -> false;
        };
    }
}
