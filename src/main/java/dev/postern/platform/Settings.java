package dev.postern.platform;

import dev.postern.platform.source.EffectiveSetting;
import dev.postern.platform.source.SettingSources;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * The effective configuration, read once per key: out of {@link SettingSources}, else the default.
 *
 * <p>A value that cannot be read stops whoever asked with an {@link IllegalStateException} that names the key, the environment
 * variable and the reason, never the value.
 */
@Service
public class Settings {

    private final SettingSources sources;
    private final Map<String, Object> values = new ConcurrentHashMap<>();

    @Inject
    public Settings() {
        this(SettingSources.of(System.getenv(), fromServer(ConfigProvider.getConfig())));
    }

    private Settings(SettingSources sources) {
        this.sources = sources;
    }

    /** Settings out of a map, for tests. */
    public static Settings of(Map<String, String> texts) {
        return new Settings(new SettingSources(Map.of(), key -> Optional.empty(), Map.copyOf(texts)));
    }

    private static Function<String, Optional<EffectiveSetting>> fromServer(Config config) {
        return key -> {
            ConfigValue found = config.getConfigValue(key);
            return Optional.ofNullable(found.getValue())
                    .map(text -> new EffectiveSetting(key, text.strip(), "server, " + found.getSourceName()));
        };
    }

    /** The value that counts, as text, and where it comes from. */
    public EffectiveSetting effective(String key, String defaultText) {
        return sources.find(key).orElseGet(() -> new EffectiveSetting(key, defaultText, EffectiveSetting.DEFAULT));
    }

    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        return (T) values.computeIfAbsent(setting.key(), key -> read(setting));
    }

    private Object read(Setting<?> setting) {
        String text = effective(setting.key(), setting.defaultText()).text();
        try {
            Object value = setting.reader().read(text);
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
        return SettingSources.environmentName(key);
    }
}
