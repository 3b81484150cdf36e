package dev.postern.data.database;

import dev.postern.data.database.client.Localised;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A client as stored: a JSON document, and beside it what is searched. */
@Entity
@Table(name = "client")
class ClientRow {

    /** So that a row of an index holds it. */
    private static final int LONGEST_KEY = 400;

    @Id
    @Column(name = "client_id")
    private String id;

    @Embedded
    @SuppressWarnings("UnusedVariable") // JPA reads it
    private OwnedDocument content;

    @ElementCollection
    @CollectionTable(name = "client_origin", joinColumns = @JoinColumn(name = "client_id"))
    @Column(name = "origin", nullable = false)
    private Set<String> origins = new HashSet<>();

    @Column(name = "enabled", nullable = false)
    @SuppressWarnings("UnusedVariable") // the database filters by it
    private boolean enabled;

    @Column(name = "search_key", nullable = false)
    @SuppressWarnings("UnusedVariable") // the database searches it
    private String searchKey = "";

    @Column(name = "kind", nullable = false)
    @SuppressWarnings("UnusedVariable") // the database filters by it
    private String kind = "";

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    @Convert(converter = InstantColumn.class)
    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    protected ClientRow() {}

    ClientRow(Client client, OwnedDocument content, Instant now) {
        this.id = client.id();
        this.createdAt = now;
        write(client, content);
    }

    final void write(Client client, OwnedDocument newContent) {
        content = newContent;
        origins = new HashSet<>(client.redirection().origins());
        enabled = client.isEnabled();
        searchKey = searchKey(client);
        kind = client.kind().wire();
    }

    boolean isAt(long expectedVersion) {
        return version == expectedVersion;
    }

    /** What a search looks into: the id and the names in all languages, in lower case. */
    static String searchKey(Client client) {
        Localised name = client.presentation().name();
        String all = client.id() + " " + name.plain() + " "
                + String.join(" ", name.byTag().values());
        String key = all.strip().toLowerCase(Locale.ROOT);
        return key.substring(0, Math.min(key.length(), LONGEST_KEY));
    }
}
