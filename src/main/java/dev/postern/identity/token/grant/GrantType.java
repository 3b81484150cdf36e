package dev.postern.identity.token.grant;

import dev.postern.data.database.Client;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The grants of the token endpoint: RFC 6749 section 1.3. */
public enum GrantType {
    /** RFC 6749 section 4.1. */
    AUTHORIZATION_CODE("authorization_code"),
    /** RFC 6749 section 6. */
    REFRESH_TOKEN("refresh_token"),
    /** RFC 6749 section 4.4. */
    CLIENT_CREDENTIALS("client_credentials"),
    /** RFC 8628 section 3.4. */
    DEVICE_CODE(Client.DEVICE_CODE);

    private static final Map<String, GrantType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(GrantType::wire, Function.identity()));

    private final String wire;

    GrantType(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    public static Optional<GrantType> named(String wire) {
        return Optional.ofNullable(BY_NAME.get(wire));
    }
}
