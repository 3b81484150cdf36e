package dev.postern.identity.registration;

import java.util.Collection;
import java.util.Optional;

/** What names that people are shown may hold. */
final class TextRules {

    private static final int LONGEST_NAME = 255;

    private TextRules() {}

    static Optional<String> refuseName(String name) {
        if (name.length() > LONGEST_NAME) {
            return Optional.of("is longer than " + LONGEST_NAME + " characters");
        }
        return name.codePoints().anyMatch(TextRules::misleads)
                ? Optional.of("must not hold control characters or marks that turn the direction of text")
                : Optional.empty();
    }

    private static boolean misleads(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    static String listed(Collection<String> values) {
        return String.join(", ", values.stream().sorted().toList());
    }
}
