package dev.postern.identity.administration.audit;

import dev.postern.data.database.AuditRow;
import dev.postern.data.database.AuditSearch.Position;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.rule.Rule;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a list of audit rows, newest first, goes on. */
public final class AuditCursor {

    private AuditCursor() {}

    /** @param oneMore what was found when one more was asked for than there is room for */
    public static Slice<AuditRow> slice(List<AuditRow> oneMore, int limit) {
        return Slice.of(oneMore, limit, row -> row.occurredAt() + " " + row.id());
    }

    /** @throws AdministrationRefused if no list of ours has said so */
    public static Optional<Position> after(Optional<String> cursor) {
        return Optional.of(Slice.after(cursor)).filter(text -> !text.isEmpty()).map(AuditCursor::position);
    }

    private static Position position(String cursor) {
        int blank = cursor.indexOf(' ');
        try {
            return new Position(Instant.parse(cursor.substring(0, Math.max(blank, 0))), cursor.substring(blank + 1));
        } catch (DateTimeException e) {
            throw AdministrationRefused.invalid("cursor", Rule.NOT_A_CURSOR);
        }
    }
}
