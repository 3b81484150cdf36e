package dev.postern.data.database;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
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

    @Column(name = "owner", nullable = false)
    private String owner;

    @Column(name = "document", nullable = false)
    private String document;

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

    @Convert(converter = InstantColumn.class)
    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected ClientRow() {}

    ClientRow(String id, String document, Set<String> origins, String owner, Instant now) {
        this.id = id;
        this.document = document;
        this.origins = new HashSet<>(origins);
        this.owner = owner;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void write(String document, Set<String> origins, String owner, Instant now) {
        this.document = document;
        this.origins = new HashSet<>(origins);
        this.owner = owner;
        this.updatedAt = now;
    }
}
