package dev.postern.launcher;

import dev.postern.platform.source.EffectiveSetting;
import dev.postern.platform.source.SettingSources;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the launcher needs to know before the server starts. The environment ({@code POSTERN_PORT}) wins over a system property
 * ({@code postern.port}), which wins over the file that {@code POSTERN_CONFIG} names, which wins over the default.
 *
 * @param published what the launcher has completed or made, for the application to see as MicroProfile Config
 */
record LauncherSettings(
        int port,
        String address,
        Path dataDirectory,
        Database database,
        boolean jsonLog,
        Optional<Path> setupFile,
        Duration drain,
        Map<String, String> published) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Reads and completes the settings; changes nothing. */
    static LauncherSettings read(Properties system, Map<String, String> environment) {
        Source source = new Source(sources(system, environment));
        int port = source.number("postern.port", 8080, 1, 65_535);
        String issuer = source.text("postern.issuer").orElse("http://localhost:" + port);
        String address = source.text("postern.address").orElse(isLoopbackHttp(issuer) ? "127.0.0.1" : "0.0.0.0");
        Path data = Path.of(source.text("postern.data-dir").orElse("data"))
                .toAbsolutePath()
                .normalize();
        Database database = Database.of(
                source.text("postern.database-url").orElse(Database.embeddedUrl(data)),
                source.text("postern.database-user").orElse("postern"),
                source.text("postern.database-password").orElse("postern"),
                source.number("postern.database-pool-size", 32, 2, 1_000));
        String brokerUrl = source.text("postern.broker-url").orElse(Broker.EMBEDDED_URL);

        Map<String, String> published = new TreeMap<>();
        published.put("postern.port", Integer.toString(port));
        published.put("postern.issuer", issuer);
        published.put("postern.address", address);
        published.put("postern.data-dir", data.toString());
        published.put("postern.database-url", database.url());
        published.put("postern.database-user", database.user());
        published.put("postern.database-password", database.password());
        published.put("postern.broker-url", brokerUrl);
        published.put("postern.broker-config", Broker.config(brokerUrl, data));
        source.text("postern.master-key-file")
                .ifPresentOrElse(
                        file -> published.put("postern.master-key-file", file),
                        () -> published.put(
                                "postern.master-key-file",
                                data.resolve("master.key").toString()));
        boolean json = source.oneOf("postern.log-format", "text", "json").equals("json");
        Optional<Path> setupFile = source.text("postern.setup-file").map(Path::of);
        Duration drain = Duration.ofSeconds(source.number("postern.drain-seconds", 0, 0, 600));
        return new LauncherSettings(port, address, data, database, json, setupFile, drain, published);
    }

    /** Where the launcher looks for settings; the application does so in the same order. */
    static SettingSources sources(Properties system, Map<String, String> environment) {
        try {
            return SettingSources.of(environment, key -> property(system, key));
        } catch (IllegalStateException unreadable) {
            throw new StartRefused(String.valueOf(unreadable.getMessage()));
        }
    }

    private static Optional<EffectiveSetting> property(Properties system, String key) {
        return Optional.ofNullable(system.getProperty(key))
                .map(text -> new EffectiveSetting(key, text.strip(), "system property"));
    }

    String issuer() {
        return String.valueOf(published.get("postern.issuer"));
    }

    private static boolean isLoopbackHttp(String issuer) {
        URI uri;
        try {
            uri = URI.create(issuer);
        } catch (IllegalArgumentException notAnAddress) {
            throw new StartRefused("POSTERN_ISSUER is not a URL: " + issuer);
        }
        return "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }

    /** Reads single settings. */
    private record Source(SettingSources sources) {

        Optional<String> text(String name) {
            return sources.find(name).map(EffectiveSetting::text);
        }

        int number(String name, int otherwise, int least, int most) {
            String value = text(name).orElse(Integer.toString(otherwise));
            if (value.matches("[0-9]{1,9}")) {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            throw new StartRefused(SettingSources.environmentName(name) + " must be a number from " + least + " to "
                    + most + ", and is: " + value);
        }

        String oneOf(String name, String otherwise, String alternative) {
            String value = text(name).orElse(otherwise).toLowerCase(Locale.ROOT);
            if (value.equals(otherwise) || value.equals(alternative)) {
                return value;
            }
            throw new StartRefused(SettingSources.environmentName(name) + " must be " + otherwise + " or " + alternative
                    + ", and is: " + value);
        }
    }
}
