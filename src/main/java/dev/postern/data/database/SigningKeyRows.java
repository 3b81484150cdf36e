package dev.postern.data.database;

import java.util.List;

/** The signing keys in the database. Calls join the caller's transaction. */
public interface SigningKeyRows {

    List<SigningKeyRow> all();

    /** Inserts. @return false if a key of that kid exists already */
    boolean add(SigningKeyRow row);

    /** Moves a key from one state to another; false if it was not in that state any more (another node moved it). */
    boolean move(String kid, SigningKeyRow.State from, SigningKeyRow.State to, java.time.Instant now);

    void delete(String kid);
}
