package dev.postern.data.database;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A person who can sign in.
 *
 * @param subject the {@code sub} of their tokens: {@code usr_} and 128 random bits
 * @param passwordHash Argon2id in PHC form, empty if no password is set
 * @param claims standard claims (OpenID Connect Core section 5.1) with their JSON types
 * @param roles administrator, auditor or none
 */
public record User(
        String subject,
        String username,
        String passwordHash,
        Map<String, Object> claims,
        Set<String> roles,
        boolean enabled,
        Instant updatedAt) {

    public static final String SUBJECT_PREFIX = "usr_";

    /** One that is not stored yet. */
    public User(
            String subject,
            String username,
            String passwordHash,
            Map<String, Object> claims,
            Set<String> roles,
            boolean enabled) {
        this(subject, username, passwordHash, claims, roles, enabled, Instant.EPOCH);
    }

    /** What a person is called on their own screens. */
    public String displayName() {
        return claims.get("name") instanceof String name && !name.isBlank() ? name : username;
    }

    public User disabled() {
        return new User(subject, username, passwordHash, claims, roles, false, updatedAt);
    }

    @Override
    public String toString() {
        return "User[" + subject + "]";
    }
}
