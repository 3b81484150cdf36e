package dev.postern.identity.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScreensTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern FIELD = Pattern.compile("<(?:input|button)[^>]* name=\"([a-z_]+)\"");
    private static final Pattern DECISION = Pattern.compile("name=\"decision\" value=\"([a-z-]+)\"");
    private static final Pattern ACTION = Pattern.compile("action=\"#\\{screen.root}(/[a-z/-]+)\"");

    /** People's screens: the administrators' are {@code console.xhtml} and a folder. */
    static List<String> screens() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml") && !name.equals("console.xhtml"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void a_screen_needs_no_script_no_inline_style_and_nothing_from_elsewhere(String screen) throws IOException {
        assertThat(Files.readString(PAGES.resolve(screen)))
                .doesNotContain("<script", " style=", "<style", " onclick", "<h:head", "<h:form")
                .satisfies(text -> assertThat(text.length()).isLessThan(8 * 1024));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void what_a_form_posts_is_documented(String screen) throws IOException {
        String page = Files.readString(PAGES.resolve(screen));
        String row = documented(screen.replace(".xhtml", ""));

        for (Pattern pattern : List.of(FIELD, DECISION, ACTION)) {
            assertThat(pattern.matcher(page).results().map(ScreensTest::first))
                    .allSatisfy(name -> assertThat(row).contains(name));
        }
    }

    private static String first(MatchResult result) {
        return result.group(1);
    }

    private static String documented(String screen) throws IOException {
        return Files.readAllLines(Path.of("docs/screens.md")).stream()
                .filter(line -> line.startsWith("| `/" + screen + "?") || line.startsWith("| `/" + screen + "`"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(screen + " is missing in docs/screens.md"));
    }
}
