package dev.postern.platform;

/**
 * One setting of the product: its key, its default, how its text is read, and what it does.
 *
 * <p>Each box declares its settings as {@code public static final Setting<…>} constants in a class whose name ends in
 * {@code Settings}; a test holds {@code docs/configuration.md} against them. The environment variable of {@code postern.a-b.c} is
 * {@code POSTERN_A_B_C}.
 *
 * @param key the MicroProfile Config key, always starting with {@code postern.}
 * @param defaultText the default as an administrator would write it; empty means "none"
 * @param unit what a value looks like: {@code duration}, {@code count}, {@code true or false}, {@code URL} …
 * @param effect one sentence for the reference
 * @param reader turns the text into the value, throwing {@link IllegalArgumentException} with the reason
 */
public record Setting<T>(String key, String defaultText, String unit, String effect, Reader<T> reader) {

    /** Reads the text of a setting. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(String text);
    }

    public static Setting<String> text(String key, String defaultText, String effect) {
        return new Setting<>(key, defaultText, "text", effect, text -> text);
    }

    public static Setting<Boolean> flag(String key, boolean defaultValue, String effect) {
        return new Setting<>(key, Boolean.toString(defaultValue), "true or false", effect, Setting::readFlag);
    }

    public static Setting<Integer> count(String key, int defaultValue, String effect) {
        return new Setting<>(key, Integer.toString(defaultValue), "count", effect, Setting::readCount);
    }

    /** A duration, written as {@code 500ms}, {@code 60s}, {@code 5m}, {@code 12h}, {@code 30d} or ISO 8601 ({@code PT5M}). */
    public static Setting<java.time.Duration> duration(String key, String defaultText, String effect) {
        return new Setting<>(key, defaultText, "duration", effect, Durations::parse);
    }

    /** A comma-separated list; blanks around the entries and empty entries are dropped. */
    public static Setting<java.util.List<String>> list(String key, String defaultText, String effect) {
        return new Setting<>(key, defaultText, "list", effect, Setting::readList);
    }

    private static boolean readFlag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("write true or false");
        };
    }

    private static int readCount(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("write a whole number", e);
        }
    }

    private static java.util.List<String> readList(String text) {
        return java.util.Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
