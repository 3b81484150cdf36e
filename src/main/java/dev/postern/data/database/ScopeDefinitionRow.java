package dev.postern.data.database;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A scope definition as stored. */
@Entity
@Table(name = "scope_definition")
class ScopeDefinitionRow {

    @Id
    @Column(name = "name")
    private String name;

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

    protected ScopeDefinitionRow() {}

    ScopeDefinitionRow(String name, String document, String owner, Instant now) {
        this.name = name;
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
