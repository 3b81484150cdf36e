package dev.postern.platform;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as administrators write them: {@code 500ms}, {@code 60s}, {@code 5m}, {@code 12h}, {@code 30d} or ISO 8601. */
public final class Durations {

    private static final Pattern SHORT_FORM = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h|d)");

    private Durations() {}

    /** @throws IllegalArgumentException if the text is not a duration of zero or more */
    public static Duration parse(String text) {
        Matcher shortForm = SHORT_FORM.matcher(text.strip());
        if (shortForm.matches()) {
            long amount = Long.parseLong(shortForm.group(1));
            return switch (shortForm.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        }
        try {
            Duration parsed = Duration.parse(text.strip());
            if (parsed.isNegative()) {
                throw new IllegalArgumentException("a duration cannot be negative");
            }
            return parsed;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("write a duration such as 500ms, 60s, 5m, 12h, 30d or PT5M", e);
        }
    }
}
