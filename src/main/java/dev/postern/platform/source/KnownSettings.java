package dev.postern.platform.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The keys of all settings with their defaults, out of a file that {@code ConfigurationReferenceTest} writes together with
 * docs/configuration.md: the settings themselves are spread over boxes that this package does not know.
 */
public final class KnownSettings {

    private static final String RESOURCE = "/META-INF/postern/settings.tsv";

    private KnownSettings() {}

    /** Defaults by key, in the order of the keys. */
    public static Map<String, String> defaults() {
        try (InputStream content = KnownSettings.class.getResourceAsStream(RESOURCE)) {
            if (content == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            Map<String, String> defaults = new TreeMap<>();
            new String(content.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int tab = line.indexOf('\t');
                defaults.put(line.substring(0, tab), line.substring(tab + 1));
            });
            return defaults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
