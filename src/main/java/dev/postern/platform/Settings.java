package dev.postern.platform;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The effective configuration, read once per key: environment, then the server's MicroProfile Config sources, then the default.
 *
 * <p>A value that cannot be read stops whoever asked with an {@link IllegalStateException} that names the key, the environment
 * variable and the reason, never the value.
 */
@Service
public class Settings {

    private final Function<String, @Nullable String> source;
    private final Map<String, Object> values = new ConcurrentHashMap<>();

    @Inject
    public Settings() {
        this(fromMicroProfile());
    }

    private Settings(Function<String, @Nullable String> source) {
        this.source = source;
    }

    /** Settings out of a map, for tests. */
    public static Settings of(Map<String, String> texts) {
        Map<String, String> copy = Map.copyOf(texts);
        return new Settings(copy::get);
    }

    private static Function<String, @Nullable String> fromMicroProfile() {
        Config config = ConfigProvider.getConfig();
        return key -> config.getOptionalValue(key, String.class).orElse(null);
    }

    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        return (T) values.computeIfAbsent(setting.key(), key -> read(setting));
    }

    private Object read(Setting<?> setting) {
        String text = source.apply(setting.key());
        try {
            Object value = setting.reader().read(text == null ? setting.defaultText() : text.strip());
            if (value == null) {
                throw new IllegalArgumentException("it has no value");
            }
            return value;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "setting " + setting.key() + " (environment " + environmentName(setting.key()) + ") is wrong: "
                            + e.getMessage(),
                    e);
        }
    }

    /** The environment variable that sets a key: {@code postern.data-dir} is {@code POSTERN_DATA_DIR}. */
    public static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
    }
}
