package dev.postern.data.database;

import java.util.List;
import java.util.Optional;

/** The notes of users (H26). Every call names the user whose notes they are. */
public interface Notes {

    List<Note> of(String subject, int limit);

    Optional<Note> find(String subject, String noteId);

    /** @return false if the user holds {@code mostPerUser} notes already */
    boolean add(Note note, int mostPerUser);

    boolean delete(String subject, String noteId);
}
