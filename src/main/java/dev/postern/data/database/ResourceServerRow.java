package dev.postern.data.database;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A resource server as stored. */
@Entity
@Table(name = "resource_server")
class ResourceServerRow {

    @Id
    @Column(name = "identifier")
    private String identifier;

    @Column(name = "owner", nullable = false)
    private String owner;

    @Column(name = "document", nullable = false)
    private String document;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    @Convert(converter = InstantColumn.class)
    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected ResourceServerRow() {}

    ResourceServerRow(String identifier, String document, String owner, Instant now) {
        this.identifier = identifier;
        this.document = document;
        this.owner = owner;
        this.updatedAt = now;
    }

    void write(String document, String owner, Instant now) {
        this.document = document;
        this.owner = owner;
        this.updatedAt = now;
    }
}
