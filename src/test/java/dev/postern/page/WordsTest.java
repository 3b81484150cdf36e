package dev.postern.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
    private static final Path MESSAGES = Path.of("src/main/resources/dev/postern/messages");
    private static final Pattern VALUE = Pattern.compile("\\{\\d}");

    /** Keys that are made from a constant or a name: the tests of those who make them hold them. */
    private static final List<String> COMPOSED = List.of(
            "error.",
            "notice.",
            "scope.",
            "claim.",
            "picture.kind.",
            "new_device.",
            "refresh_token_replayed.",
            "password_changed.",
            "password_reset.",
            "password.notice.",
            "reason.",
            "account.done.",
            "detail.",
            "column.",
            "failed.",
            "place.",
            "kind.",
            "guide.",
            "decision.",
            "state.",
            "method.",
            "choice.",
            "overlap.",
            "trial.",
            "differs.",
            "measure.",
            "unit.",
            "condition.",
            "advice.",
            "state.",
            "outcome.",
            "method.",
            "client.",
            "breaks.");

    static Stream<String> parts() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_en.properties"))
                    .map(name -> name.replace("_en.properties", ""))
                    .toList()
                    .stream();
        }
    }

    /** Rules have a test of their own, and citations are found by the names of fields. */
    static Stream<String> partsOfPages() throws IOException {
        return parts().filter(part -> !part.equals("rules") && !part.equals("citations"));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void every_language_has_the_same_keys_with_the_same_values(String part) throws IOException {
        Properties english = messages(part, "en");
        Properties spanish = messages(part, "es");

        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(values(spanish, key)).as(key).isEqualTo(values(english, key)));
    }

    @ParameterizedTest
    @MethodSource("partsOfPages")
    void every_key_is_used_by_a_page(String part) throws IOException {
        String sources = sources();

        assertThat(messages(part, "en").stringPropertyNames())
                .filteredOn(key -> COMPOSED.stream().noneMatch(key::startsWith))
                .allMatch(key -> sources.contains("'" + key + "'") || sources.contains('"' + key + '"'));
    }

    private static Properties messages(String part, String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(part + "_" + language + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> values(Properties messages, String key) {
        Matcher matcher = VALUE.matcher(messages.getProperty(key));
        return matcher.results().map(result -> result.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|xhtml)"))
                    .map(WordsTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
