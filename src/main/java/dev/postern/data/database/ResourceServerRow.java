package dev.postern.data.database;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A resource server as stored. */
@Entity
@Table(name = "resource_server")
class ResourceServerRow {

    @Id
    @Column(name = "identifier")
    private String identifier;

    @Embedded
    @SuppressWarnings("UnusedVariable") // JPA reads it
    private OwnedDocument content;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    protected ResourceServerRow() {}

    ResourceServerRow(String identifier, OwnedDocument content) {
        this.identifier = identifier;
        this.content = content;
    }

    void write(OwnedDocument newContent) {
        content = newContent;
    }
}
