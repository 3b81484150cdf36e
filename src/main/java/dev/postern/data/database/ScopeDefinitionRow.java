package dev.postern.data.database;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A scope definition as stored. */
@Entity
@Table(name = "scope_definition")
class ScopeDefinitionRow {

    @Id
    @Column(name = "name")
    private String name;

    @Embedded
    @SuppressWarnings("UnusedVariable") // JPA reads it
    private OwnedDocument content;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    protected ScopeDefinitionRow() {}

    ScopeDefinitionRow(String name, OwnedDocument content) {
        this.name = name;
        this.content = content;
    }

    void write(OwnedDocument newContent) {
        content = newContent;
    }
}
