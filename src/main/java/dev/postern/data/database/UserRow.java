package dev.postern.data.database;

import dev.postern.platform.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A user as stored. */
@Entity
@Table(name = "app_user")
class UserRow {

    /** So that a row of an index holds it. */
    private static final int LONGEST_KEY = 400;

    @Id
    @Column(name = "subject")
    private String subject;

    @Column(name = "username", nullable = false)
    private String username;

    /** The user name as it is compared. */
    @Column(name = "username_key", nullable = false)
    private String usernameKey;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "search_key", nullable = false)
    @SuppressWarnings("UnusedVariable") // the database searches it
    private String searchKey = "";

    /** A JSON object. */
    @Column(name = "claims", nullable = false)
    private String claims;

    /** A JSON array. */
    @Column(name = "roles", nullable = false)
    private String roles;

    @Column(name = "enabled", nullable = false)
    private boolean enabled;

    @Column(name = "owner", nullable = false)
    private String owner;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    @Convert(converter = InstantColumn.class)
    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Convert(converter = InstantColumn.class)
    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected UserRow() {}

    UserRow(User user, String usernameKey, String owner, Instant now) {
        this.subject = user.subject();
        this.username = user.username();
        this.usernameKey = usernameKey;
        this.passwordHash = user.passwordHash().isEmpty() ? null : user.passwordHash();
        this.claims = Json.write(user.claims());
        this.roles = Json.write(user.roles());
        this.enabled = user.enabled();
        this.searchKey = searchKey(user, usernameKey);
        this.owner = owner;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void write(User user, String usernameKey, String owner, Instant now) {
        this.username = user.username();
        this.usernameKey = usernameKey;
        this.claims = Json.write(user.claims());
        this.roles = Json.write(user.roles());
        this.enabled = user.enabled();
        this.searchKey = searchKey(user, usernameKey);
        this.owner = owner;
        changePassword(user.passwordHash(), now);
    }

    /** What a search looks into: user name, display name and address, in lower case. */
    static String searchKey(User user, String usernameKey) {
        String email = user.claims().get("email") instanceof String address ? address : "";
        String key = (usernameKey + " " + user.displayName() + " " + email).toLowerCase(Locale.ROOT);
        return key.substring(0, Math.min(key.length(), LONGEST_KEY));
    }

    void changePassword(String passwordHash, Instant now) {
        this.passwordHash = passwordHash.isEmpty() ? null : passwordHash;
        this.updatedAt = now;
    }
}
