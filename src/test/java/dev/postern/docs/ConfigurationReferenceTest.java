package dev.postern.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Setting;
import dev.postern.platform.Settings;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/configuration.md says what the code says. To rewrite its tables:
 * {@code mvn test -Dtest=ConfigurationReferenceTest -Dpostern.docs=rewrite}.
 */
class ConfigurationReferenceTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path DOCUMENT = Path.of("docs/configuration.md");
    private static final Path LAUNCHER = Path.of("src/main/java/dev/postern/launcher/LauncherSettings.java");
    private static final Path LIST = Path.of("src/main/resources/META-INF/postern/settings.tsv");
    private static final String BEGIN = "<!-- tables of all settings, written by ConfigurationReferenceTest -->\n";
    private static final String END = "<!-- end of the tables -->";

    @Test
    void the_reference_holds_every_setting_as_it_is() throws IOException {
        String document = Files.readString(DOCUMENT);
        String expected = document.substring(0, document.indexOf(BEGIN) + BEGIN.length())
                + tables()
                + document.substring(document.indexOf(END));
        if ("rewrite".equals(System.getProperty("postern.docs"))) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("rewrite it: mvn test -Dtest=ConfigurationReferenceTest -Dpostern.docs=rewrite")
                .isEqualTo(expected);
    }

    @Test
    void the_list_that_the_product_carries_holds_every_setting() throws IOException {
        StringBuilder expected = new StringBuilder();
        byPackage().values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Setting::key))
                .forEach(setting -> expected.append(setting.key())
                        .append('\t')
                        .append(setting.defaultText())
                        .append('\n'));
        if ("rewrite".equals(System.getProperty("postern.docs"))) {
            Files.createDirectories(LIST.getParent());
            Files.writeString(LIST, expected);
        }
        assertThat(Files.readString(LIST))
                .as("rewrite it: mvn test -Dtest=ConfigurationReferenceTest -Dpostern.docs=rewrite")
                .isEqualTo(expected.toString());
    }

    @Test
    void no_key_is_declared_twice() throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        byPackage()
                .values()
                .forEach(settings -> settings.stream()
                        .map(Setting::key)
                        .filter(key -> !seen.add(key))
                        .forEach(twice::add));
        assertThat(twice).isEmpty();
    }

    @Test
    void every_default_can_be_read_and_every_key_is_ours() throws IOException {
        for (List<Setting<?>> settings : byPackage().values()) {
            for (Setting<?> setting : settings) {
                assertThat(setting.key()).matches("postern(\\.[a-z0-9]+(-[a-z0-9]+)*)+");
                assertThat(setting.reader().read(setting.defaultText()))
                        .as(setting.key())
                        .isNotNull();
            }
        }
    }

    @Test
    void the_reference_names_what_the_launcher_reads() throws IOException {
        String document = Files.readString(DOCUMENT);
        List<String> keys = Pattern.compile("\"(postern\\.[a-z.-]+)\"")
                .matcher(Files.readString(LAUNCHER))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(document).contains("`" + key + "`"));
    }

    private static String tables() throws IOException {
        StringBuilder text = new StringBuilder();
        byPackage().forEach((name, settings) -> {
            text.append("\n### ").append(name).append("\n\n");
            text.append("| key | environment | default | unit | effect |\n|---|---|---|---|---|\n");
            for (Setting<?> setting : settings) {
                text.append("| `%s` | `%s` | %s | %s | %s |\n"
                        .formatted(
                                setting.key(),
                                Settings.environmentName(setting.key()),
                                setting.defaultText().isEmpty() ? "none" : "`" + setting.defaultText() + "`",
                                setting.unit(),
                                setting.effect().replace("|", "\\|")));
            }
        });
        return text.append('\n').toString();
    }

    /** All settings, by the package below dev.postern that declares them. */
    private static Map<String, List<Setting<?>>> byPackage() throws IOException {
        Map<String, List<Setting<?>>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(path -> path.toString().endsWith("Settings.class"))
                    .toList()) {
                String className =
                        CLASSES.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                for (Setting<?> setting : settingsOf(className)) {
                    String name = className.substring("dev.postern.".length(), className.lastIndexOf('.'));
                    found.computeIfAbsent(name, key -> new ArrayList<>()).add(setting);
                }
            }
        }
        found.values().forEach(settings -> settings.sort(Comparator.comparing(Setting::key)));
        return found;
    }

    private static List<Setting<?>> settingsOf(String className) {
        List<Setting<?>> settings = new ArrayList<>();
        try {
            for (Field field : Class.forName(className).getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == Setting.class) {
                    field.setAccessible(true);
                    settings.add((Setting<?>) field.get(null));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className, e);
        }
        return settings;
    }
}
