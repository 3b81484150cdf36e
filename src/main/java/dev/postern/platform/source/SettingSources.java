package dev.postern.platform.source;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one order in which a setting is looked for: the environment, then the server (its console, its system properties, its
 * MicroProfile Config sources), then the file that {@code postern.config} names. The launcher and the application share it.
 *
 * <p>A blank value counts as not set.
 *
 * @param server what the server has under a key
 */
public record SettingSources(
        Map<String, String> environment,
        Function<String, Optional<EffectiveSetting>> server,
        Map<String, String> file) {

    private static final String FILE = "postern.config";

    /** With the file that environment or server name. @throws IllegalStateException if it cannot be read */
    public static SettingSources of(
            Map<String, String> environment, Function<String, Optional<EffectiveSetting>> server) {
        SettingSources withoutFile = new SettingSources(environment, server, Map.of());
        return withoutFile
                .find(FILE)
                .map(named -> new SettingSources(environment, server, load(Path.of(named.text()))))
                .orElse(withoutFile);
    }

    /** The value that counts, and where it comes from. */
    public Optional<EffectiveSetting> find(String key) {
        String variable = environmentName(key);
        return found(key, environment.get(variable), "environment " + variable)
                .or(() -> server.apply(key).filter(value -> !value.text().isBlank()))
                .or(() -> found(key, file.get(key), "file of " + FILE));
    }

    /** The environment variable that sets a key: {@code postern.data-dir} is {@code POSTERN_DATA_DIR}. */
    public static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Optional<EffectiveSetting> found(String key, @Nullable String text, String source) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> new EffectiveSetting(key, value, source));
    }

    private static Map<String, String> load(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "The settings file " + path.toAbsolutePath()
                            + " cannot be read: correct POSTERN_CONFIG or the file's permissions.",
                    unreadable);
        }
        Map<String, String> entries = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> entries.put(name, properties.getProperty(name, "")));
        return entries;
    }
}
