package dev.postern.identity.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.page.Languages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules are written where they are checked, their words in one place: no check can write a text, since it can name a {@link Rule} only. */
class RuleTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    /** They hold nothing but what they are given. */
    private static final Set<Rule> WITHOUT_WORDS = Set.of(Rule.FILE_MISTAKES);

    @ParameterizedTest
    @EnumSource
    void every_rule_says_why_in_every_language_with_its_values(Rule rule) {
        for (Locale language : Languages.WRITTEN) {
            String reason = rule.brokenBy("first", "second").in(language);

            assertThat(reason).isNotBlank().doesNotContain("{");
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_rule_is_told_in_english_on_spanish_screens(Rule rule) {
        if (!WITHOUT_WORDS.contains(rule)) {
            assertThat(rule.brokenBy("first", "second").in(SPANISH))
                    .isNotEqualTo(rule.brokenBy("first", "second").in(Locale.ENGLISH));
        }
    }

    @Test
    void there_are_no_words_of_rules_that_are_gone() {
        Set<String> keys = Arrays.stream(Rule.values()).map(Rule::key).collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(ResourceBundle.getBundle("dev.postern.messages.rules", Locale.ENGLISH)
                        .keySet()))
                .isEqualTo(keys);
    }

    @Test
    void programs_and_files_are_told_in_english() {
        assertThat(Rule.RESPONSE_TYPES_OF_GRANT.brokenBy("code", "authorization_code"))
                .isEqualTo(new Breach(Rule.RESPONSE_TYPES_OF_GRANT, List.of("code", "authorization_code")))
                .hasToString("code belong to grant authorization_code: name both or neither");
    }

    @Test
    void whoever_reads_another_language_is_told_in_english() {
        assertThat(Rule.NOT_A_URI.brokenBy().in(Locale.FRENCH)).isEqualTo("is not a URI");
    }
}
