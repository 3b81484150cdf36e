package dev.postern.identity.registration;

import dev.postern.identity.rule.Breach;
import dev.postern.identity.rule.Rule;
import java.util.Collection;
import java.util.Optional;

/** What names that people are shown may hold. */
final class TextRules {

    private static final int LONGEST_NAME = 255;

    private TextRules() {}

    static Optional<Breach> refuseName(String name) {
        if (name.length() > LONGEST_NAME) {
            return Optional.of(Rule.TOO_LONG.brokenBy(LONGEST_NAME));
        }
        return name.codePoints().anyMatch(TextRules::misleads)
                ? Optional.of(Rule.MISLEADING_CHARACTERS.brokenBy())
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
