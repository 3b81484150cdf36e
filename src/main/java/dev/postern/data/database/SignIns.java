package dev.postern.data.database;

import dev.postern.data.database.AuditSearch.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the audit trail knows of sign-ins, newest first. */
public interface SignIns {

    /** The sign-ins of a user and the tries that failed, by the index on the subject. */
    List<AuditRow> history(String subject, Optional<Position> after, int limit);

    /**
     * The last sign-in of each session that has not ended as far as is known.
     *
     * @param subject empty: of all users
     * @param from when the longest session that can still last has begun
     */
    List<AuditRow> ofLivingSessions(String subject, Instant from, Optional<Position> after, int limit);

    /** What happened under a grant: tokens issued, rotated, replayed, revoked. @param subject whose it is, by whom the index finds it */
    List<AuditRow> underGrant(String subject, String grantId, Instant from, int limit);
}
