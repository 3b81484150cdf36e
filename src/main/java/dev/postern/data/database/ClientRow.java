package dev.postern.data.database;

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
import java.util.Set;

/** A client as stored: a JSON document, and beside it what is searched. */
@Entity
@Table(name = "client")
class ClientRow {

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

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    @Convert(converter = InstantColumn.class)
    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    protected ClientRow() {}

    ClientRow(String id, OwnedDocument content, Set<String> origins, Instant now) {
        this.id = id;
        this.content = content;
        this.origins = new HashSet<>(origins);
        this.createdAt = now;
    }

    void write(OwnedDocument newContent, Set<String> newOrigins) {
        content = newContent;
        origins = new HashSet<>(newOrigins);
    }
}
