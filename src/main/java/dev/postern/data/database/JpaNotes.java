package dev.postern.data.database;

import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Notes through JPA, newest first. */
@Service
class JpaNotes implements Notes {

    private final Records records;

    @Inject
    JpaNotes(Records records) {
        this.records = records;
    }

    @Override
    public List<Note> of(String subject, int limit) {
        return records.read(entities -> entities.createQuery(
                        "select n from NoteRow n where n.subject = :subject order by n.createdAt desc, n.id",
                        NoteRow.class)
                .setParameter("subject", subject)
                .setMaxResults(limit)
                .getResultStream()
                .map(NoteRow::note)
                .toList());
    }

    @Override
    public Optional<Note> find(String subject, String noteId) {
        return records.read(entities -> Optional.ofNullable(entities.find(NoteRow.class, noteId))
                .filter(row -> row.belongsTo(subject))
                .map(NoteRow::note));
    }

    @Override
    public boolean add(Note note, int mostPerUser) {
        return records.decide(entities -> {
            long held = entities.createQuery("select count(n) from NoteRow n where n.subject = :subject", Long.class)
                    .setParameter("subject", note.subject())
                    .getSingleResult();
            boolean fits = held < mostPerUser;
            if (fits) {
                entities.persist(new NoteRow(note));
            }
            return fits;
        });
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
