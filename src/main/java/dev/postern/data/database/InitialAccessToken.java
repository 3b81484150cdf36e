package dev.postern.data.database;

import java.time.Instant;
import java.util.Optional;

/** An initial access token for registration (RFC 7591 section 1.2), stored by hash. {@code policy} is a JSON object. */
public record InitialAccessToken(String tokenHash, String name, Optional<Instant> expiresAt, String policy) {

    /** Whom clients belong to that have registered themselves. */
    public static final String REGISTRATION = "registration";

    /** Whom the clients belong to that were registered with it. */
    public String clientOwner() {
        return REGISTRATION + ":" + tokenHash;
    }
}
