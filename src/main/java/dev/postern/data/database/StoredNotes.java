package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Notes, newest first, edited through JPA. */
@Service
class StoredNotes implements Notes {

    private static final String SELECT = "select id, subject, text, created_at from note where subject = ?";

    private final Sql sql;
    private final Records records;

    @Inject
    StoredNotes(Sql sql, Records records) {
        this.sql = sql;
        this.records = records;
    }

    @Override
    public List<Note> of(String subject, int limit) {
        return sql.all(SELECT + " order by created_at desc, id limit ?", StoredNotes::note, subject, limit);
    }

    @Override
    public Optional<Note> find(String subject, String noteId) {
        return sql.first(SELECT + " and id = ?", StoredNotes::note, subject, noteId);
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(
                row.getString("id"), row.getString("subject"), row.getString("text"), Sql.instant(row, "created_at"));
    }

    @Override
    public boolean add(Note note, int mostPerUser) {
        return records.decide(entities -> {
            boolean fits = held(note.subject()) < mostPerUser;
            if (fits) {
                entities.persist(new NoteRow(note));
            }
            return fits;
        });
    }

    private long held(String subject) {
        return sql.first("select count(*) as held from note where subject = ?", row -> row.getLong("held"), subject)
                .orElse(0L);
    }

    @Override
    public boolean delete(String subject, String noteId) {
        return records.decide(entities -> {
            Optional<NoteRow> row =
                    Optional.ofNullable(entities.find(NoteRow.class, noteId)).filter(found -> found.belongsTo(subject));
            row.ifPresent(entities::remove);
            return row.isPresent();
        });
    }
}
