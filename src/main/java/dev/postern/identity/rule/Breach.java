package dev.postern.identity.rule;

import dev.postern.page.Words;
import java.util.List;
import java.util.Locale;

/**
 * A rule that is broken. Programs, logs and files are told in English, people in their language.
 *
 * @param values what its words name: names, numbers and the like, never a value that could be a secret
 */
public record Breach(Rule rule, List<String> values) {

    public Breach {
        values = List.copyOf(values);
    }

    /** The reason in words. */
    public String in(Locale language) {
        return Words.of(Rule.WORDS, language).text(rule.key(), values.toArray());
    }

    /** The reason in English. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
