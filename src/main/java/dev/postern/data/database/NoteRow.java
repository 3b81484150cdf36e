package dev.postern.data.database;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A note as stored. */
@Entity
@Table(name = "note")
class NoteRow {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "subject", nullable = false)
    private String subject;

    @Column(name = "text", nullable = false)
    private String text;

    @Convert(converter = InstantColumn.class)
    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    protected NoteRow() {}

    NoteRow(Note note) {
        this.id = note.id();
        this.subject = note.subject();
        this.text = note.text();
        this.createdAt = note.createdAt();
    }

    boolean belongsTo(String owner) {
        return subject.equals(owner);
    }
}
