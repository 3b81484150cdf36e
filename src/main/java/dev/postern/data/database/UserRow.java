package dev.postern.data.database;

import dev.postern.platform.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user as stored. */
@Entity
@Table(name = "app_user")
class UserRow {

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
        this.owner = owner;
        changePassword(user.passwordHash(), now);
    }

    void changePassword(String passwordHash, Instant now) {
        this.passwordHash = passwordHash.isEmpty() ? null : passwordHash;
        this.updatedAt = now;
    }
}
