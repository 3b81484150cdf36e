package dev.postern.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A bean's name is found before a variable's in a view (Jakarta Faces section 5.6.2), in whichever view: a variable of that name would never be seen. */
class NamesInViewsTest {

    private static final Pattern BEAN = Pattern.compile("@Named\\s[^{]*?class (\\w+)");
    private static final Pattern VARIABLE = Pattern.compile("\\bvar=\"(\\w+)\"");

    @Test
    void no_variable_of_a_view_has_the_name_of_a_bean() throws IOException {
        Set<String> beans = found(Path.of("src/main/java"), ".java", BEAN).stream()
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .collect(Collectors.toSet());
        Set<String> variables = found(Path.of("src/main/webapp"), ".xhtml", VARIABLE);

        assertThat(beans).contains("frame", "screen");
        assertThat(variables).contains("row").doesNotContainAnyElementsOf(beans);
    }

    private static Set<String> found(Path folder, String suffix, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map(result -> result.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
