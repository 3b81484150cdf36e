package dev.postern.data.database.client;

import java.util.Map;

/**
 * A text that people are shown, in several languages: RFC 7591 section 2.2.
 *
 * @param plain where there is none in the person's language; empty if there is none at all
 * @param byTag by BCP 47 language tag
 */
public record Localised(String plain, Map<String, String> byTag) {

    public static final Localised NONE = new Localised("", Map.of());

    /** The text in this language, else the plain one. */
    public String in(String language) {
        return byTag.getOrDefault(language, plain);
    }
}
