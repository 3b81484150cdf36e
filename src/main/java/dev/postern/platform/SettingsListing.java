package dev.postern.platform;

import dev.postern.platform.source.KnownSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Leaves {@code settings.txt} in the data folder at each start, on whatever server: every setting, its value and where that comes from.
 * Secrets are not in it.
 */
@Service
class SettingsListing {

    private static final System.Logger LOG = System.getLogger(SettingsListing.class.getName());

    private final Settings settings;

    @Inject
    SettingsListing(Settings settings) {
        this.settings = settings;
    }

    void write(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Path directory = Path.of(settings.get(PlatformSettings.DATA_DIR)).toAbsolutePath();
        Path file = directory.resolve("settings.txt");
        try {
            Files.createDirectories(directory);
            Files.writeString(file, text());
            LOG.log(Level.INFO, "Settings in effect, and where each comes from: {0}", file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The settings in effect could not be written to " + file, e);
        }
    }

    String text() {
        return KnownSettings.defaults().entrySet().stream()
                .map(known -> settings.effective(known.getKey(), known.getValue()) + "\n")
                .collect(Collectors.joining());
    }
}
