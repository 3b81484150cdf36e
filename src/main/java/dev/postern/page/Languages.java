package dev.postern.page;

import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The languages that pages are written in, and the choice between them. */
public final class Languages {
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    /** Every language we write, the one for everybody else first. */
    public static final List<Locale> WRITTEN = List.of(Locale.ENGLISH, SPANISH);

    private Languages() {}

    /**
     * The language for a reader: the first wish that we can write, else English.
     *
     * @param uiLocales the OpenID Connect parameter {@code ui_locales}, language tags separated by spaces; may be absent
     * @param accepted what the browser accepts, best first
     */
    public static Locale choose(@Nullable String uiLocales, List<Locale> accepted) {
        Stream<Locale> wished =
                Stream.of(Objects.requireNonNullElse(uiLocales, "").split(" ")).flatMap(tag -> parsed(tag).stream());
        return Stream.concat(wished, accepted.stream())
                .flatMap(wish -> written(wish).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** The same choice from a raw {@code Accept-Language} header; a header that cannot be read counts as none. */
    public static Locale choose(@Nullable String uiLocales, @Nullable String acceptLanguage) {
        return choose(uiLocales, acceptable(acceptLanguage));
    }

    private static List<Locale> acceptable(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > 1_000) return List.of();
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList();
        } catch (IllegalArgumentException unreadable) {
            return Collections.emptyList();
        }
    }

    private static Optional<Locale> parsed(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build());
        } catch (IllformedLocaleException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> written(Locale wish) {
        return WRITTEN.stream()
                .filter(language -> language.getLanguage().equals(wish.getLanguage()))
                .findFirst();
    }
}
