package dev.postern.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/specs.md names classes and tests that exist, and every folder of black-box tests. */
class SpecsTest {

    private static final Path MAIN = Path.of("src/main/java/dev/postern");
    private static final Path TESTS = Path.of("src/test/java/dev/postern");
    private static final Path DOCUMENT = Path.of("docs/specs.md");

    @Test
    void every_class_exists() throws IOException {
        assertThat(cells(3))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(MAIN.resolve(name.replace('.', '/') + ".java"))
                        .isRegularFile());
    }

    @Test
    void every_test_exists() throws IOException {
        Set<String> tests = testNames();
        assertThat(cells(4)).isNotEmpty().allSatisfy(name -> {
            if (name.contains("/")) {
                assertThat(TESTS.resolve(name)).isDirectory();
            } else {
                assertThat(tests).contains(name);
            }
        });
    }

    @Test
    void every_row_names_a_class_and_a_test() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.get(3)).contains("`");
            assertThat(row.get(4)).contains("`");
        });
    }

    @Test
    void every_folder_of_black_box_tests_is_named() throws IOException {
        try (Stream<Path> folders = Files.list(TESTS.resolve("spec"))) {
            List<String> names = folders.filter(Files::isDirectory)
                    .map(folder -> "spec/" + folder.getFileName())
                    .toList();
            assertThat(cells(4)).containsAll(names);
        }
    }

    private static Set<String> testNames() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> cells(int column) throws IOException {
        return rows().stream()
                .flatMap(row ->
                        Pattern.compile("`([^`]+)`").matcher(row.get(column)).results())
                .map(match -> match.group(1))
                .toList();
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| specification"))
                .map(line -> Arrays.asList(line.split("\\|", -1)))
                .toList();
    }
}
