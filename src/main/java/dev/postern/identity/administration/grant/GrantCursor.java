package dev.postern.identity.administration.grant;

import dev.postern.data.database.GrantRegister.FoundGrant;
import dev.postern.data.database.GrantRegister.Place;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.change.Slice;
import dev.postern.identity.rule.Rule;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Where a list of grants goes on. */
final class GrantCursor {

    private GrantCursor() {}

    static String key(FoundGrant found) {
        return found.grant().expiresAt() + " " + found.grant().id();
    }

    /** @throws AdministrationRefused if no list of ours has said so */
    static Optional<Place> after(Optional<String> cursor) {
        return Optional.of(Slice.after(cursor)).filter(text -> !text.isEmpty()).map(GrantCursor::place);
    }

    private static Place place(String cursor) {
        int blank = cursor.indexOf(' ');
        try {
            return new Place(Instant.parse(cursor.substring(0, Math.max(blank, 0))), cursor.substring(blank + 1));
        } catch (DateTimeException e) {
            throw AdministrationRefused.invalid("cursor", Rule.NOT_A_CURSOR);
        }
    }
}
