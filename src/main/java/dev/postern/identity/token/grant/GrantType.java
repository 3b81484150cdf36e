package dev.postern.identity.token.grant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The grants of the token endpoint: RFC 6749 section 1.3. */
public enum GrantType {
    /** RFC 6749 section 4.1. */
    AUTHORIZATION_CODE,
    /** RFC 6749 section 6. */
    REFRESH_TOKEN,
    /** RFC 6749 section 4.4. */
    CLIENT_CREDENTIALS;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<GrantType> named(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire().equals(wire)).findFirst();
    }
}
