package dev.postern.identity.console.frame;

import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.rule.Rule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as people type them at the console, and as it shows them: always UTC, so that two administrators mean the same. */
public final class UtcTime {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private UtcTime() {}

    /** @param text of a datetime-local field, or RFC 3339; empty means none. @throws AdministrationRefused if it is neither */
    public static Optional<Instant> read(String field, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    stripped.endsWith("Z")
                            ? Instant.parse(stripped)
                            : LocalDateTime.parse(stripped).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw AdministrationRefused.invalid(field, Rule.NOT_A_TIME);
        }
    }

    /** In a column or field that says of itself that it is in UTC. */
    public static String shown(Instant time) {
        return SHOWN.format(time);
    }

    /** Anywhere else. */
    public static String told(Instant time) {
        return shown(time) + " UTC";
    }
}
