package dev.postern.identity.token.grant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The grants of the token endpoint: RFC 6749 section 1.3. */
public enum GrantType {
    /** RFC 6749 section 4.1. */
    AUTHORIZATION_CODE,
    /** RFC 6749 section 6. */
    REFRESH_TOKEN,
    /** RFC 6749 section 4.4. */
    CLIENT_CREDENTIALS;

    private static final Map<String, GrantType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(GrantType::wire, Function.identity()));

    private final String wire = name().toLowerCase(Locale.ROOT);

    public String wire() {
        return wire;
    }

    public static Optional<GrantType> named(String wire) {
        return Optional.ofNullable(BY_NAME.get(wire));
    }
}
