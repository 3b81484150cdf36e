package dev.postern.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of one part of the product in one language.
 *
 * <p>They live in {@code dev/postern/messages/<part>_<language>.properties}. {@code {0}}, {@code {1}} … stand for values;
 * nothing else is special, apostrophes included. Values are <em>not</em> escaped here: whoever writes HTML escapes.
 */
public final class Words {
    private static final String FOLDER = "dev.postern.messages.";

    private final Locale language;
    private final ResourceBundle bundle;

    private Words(Locale language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /** The words of a part ({@code consent}, {@code picture}, {@code app}, {@code console}) in one of our languages. */
    public static Words of(String part, Locale language) {
        Locale written = Languages.WRITTEN.contains(language) ? language : Locale.ENGLISH;
        ResourceBundle bundle = ResourceBundle.getBundle(
                FOLDER + part,
                written,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Words(written, bundle);
    }

    public Locale language() {
        return language;
    }

    /** The language tag for the {@code lang} attribute. */
    public String tag() {
        return language.toLanguageTag();
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The text of a key with its values filled in. */
    public String text(String key, Object... values) {
        String text = bundle.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** What stands before the value in a text with one value: lets a page set the value apart. */
    public String before(String key) {
        String text = bundle.getString(key);
        return text.substring(0, text.indexOf("{0}"));
    }

    /** What stands after the value in a text with one value. */
    public String after(String key) {
        String text = bundle.getString(key);
        return text.substring(text.indexOf("{0}") + "{0}".length());
    }

    /** A moment as people of this language write it, to the second, in UTC. */
    public String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(language)
                        .withZone(ZoneId.of("UTC"))
                        .format(instant)
                + " UTC";
    }

    /** A day as people of this language write it: {@code November 20, 2026}, in UTC. */
    public String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .withZone(ZoneId.of("UTC"))
                .format(instant);
    }
}
