package dev.postern.data.database;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What every record that people configure has: itself as JSON, who may change it, and when that was done last. Replaced, never changed. */
@Embeddable
class OwnedDocument {

    @Column(name = "document", nullable = false)
    private String document;

    @Column(name = "owner", nullable = false)
    private String owner;

    @Convert(converter = InstantColumn.class)
    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected OwnedDocument() {}

    OwnedDocument(String document, String owner, Instant now) {
        this.document = document;
        this.owner = owner;
        this.updatedAt = now;
    }
}
