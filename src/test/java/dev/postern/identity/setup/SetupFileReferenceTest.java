package dev.postern.identity.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.identity.registration.ResourceServerMetadata;
import dev.postern.identity.registration.ScopeMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/setup-file.md describes every field that the reader knows, and each of its examples can be applied. */
class SetupFileReferenceTest {

    private static final Map<String, Set<String>> FIELDS = Map.of(
            "clients", SetupFileReader.CLIENT_FIELDS,
            "scopes", ScopeMetadata.FIELDS,
            "resource-servers", ResourceServerMetadata.FIELDS,
            "users", SetupFileReader.USER_FIELDS,
            "initial-access-tokens", InitialAccessTokenFields.FIELDS);

    static List<String> sections() {
        return DocumentReader.SECTIONS;
    }

    @ParameterizedTest
    @MethodSource("sections")
    void describes_every_field_of(String section) throws IOException {
        Set<String> described = describedFields(section);
        assertThat(described).isEqualTo(fields(section));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void shows_every_field_in_an_example_of(String section) throws IOException {
        String examples = String.join("\n", examples().toList());
        Set<String> shown = fields(section);
        // Files and the variants of secrets are described once, above the tables.
        shown.removeIf(field -> field.endsWith("_file") || field.equals("token"));
        assertThat(shown).allSatisfy(field -> assertThat(examples).contains(field));
    }

    private static Set<String> fields(String section) {
        return new TreeSet<>(FIELDS.getOrDefault(section, Set.of()));
    }

    static Stream<String> examples() throws IOException {
        return Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(document())
                .results()
                .map(match -> match.group(1));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_can_be_read(String example) {
        assertThat(SetupFiles.read(example).owner()).isEqualTo("file:test.yaml");
    }

    @Test
    void the_message_that_it_quotes_is_real() throws IOException {
        assertThat(document()).contains("clients[0].pkce must be required for a public client");
    }

    private static Set<String> describedFields(String section) throws IOException {
        String text = document();
        int begin = text.indexOf("\n## " + section + "\n");
        int end = text.indexOf("\n## ", begin + 1);
        Set<String> fields = new TreeSet<>();
        Pattern.compile("^\\| `([^`]+)`", Pattern.MULTILINE)
                .matcher(text.substring(begin, end))
                .results()
                .forEach(match -> fields.add(match.group(1).replace("#…", "#")));
        return fields;
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("docs/setup-file.md"));
    }
}
