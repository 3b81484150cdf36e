package dev.postern.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the launcher needs to know before the server starts. A system property ({@code postern.port}) wins over the
 * environment ({@code POSTERN_PORT}), which wins over the file that {@code POSTERN_CONFIG} names, which wins over the
 * default.
 *
 * @param published every {@code postern.*} property that the application sees as MicroProfile Config
 */
record LauncherSettings(
        int port,
        String address,
        Path dataDirectory,
        Database database,
        boolean jsonLog,
        Optional<Path> setupFile,
        Map<String, String> published) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Reads and completes the settings; changes nothing. */
    static LauncherSettings read(Properties system, Map<String, String> environment) {
        Source source = Source.of(system, environment);
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

        Map<String, String> published = new TreeMap<>(source.fromFile());
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
        return new LauncherSettings(port, address, data, database, json, setupFile, published);
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

    /** Where one setting comes from: system properties, environment, file. */
    private record Source(Properties system, Map<String, String> environment, Map<String, String> fromFile) {

        static Source of(Properties system, Map<String, String> environment) {
            Source withoutFile = new Source(system, environment, Map.of());
            return withoutFile
                    .text("postern.config")
                    .map(file -> new Source(system, environment, load(Path.of(file))))
                    .orElse(withoutFile);
        }

        private static Map<String, String> load(Path file) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new StartRefused("The settings file " + file.toAbsolutePath()
                        + " cannot be read: correct POSTERN_CONFIG or the file's permissions.");
            }
            Map<String, String> entries = new TreeMap<>();
            properties.stringPropertyNames().stream()
                    .filter(name -> name.startsWith("postern."))
                    .forEach(name -> entries.put(name, properties.getProperty(name, "")));
            return entries;
        }

        /** A blank value counts as not set. */
        Optional<String> text(String name) {
            return Optional.ofNullable(system.getProperty(name))
                    .or(() -> Optional.ofNullable(environment.get(variable(name))))
                    .or(() -> Optional.ofNullable(fromFile.get(name)))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty());
        }

        int number(String name, int otherwise, int least, int most) {
            String value = text(name).orElse(Integer.toString(otherwise));
            if (value.matches("[0-9]{1,9}")) {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            throw new StartRefused(
                    variable(name) + " must be a number from " + least + " to " + most + ", and is: " + value);
        }

        String oneOf(String name, String otherwise, String alternative) {
            String value = text(name).orElse(otherwise).toLowerCase(Locale.ROOT);
            if (value.equals(otherwise) || value.equals(alternative)) {
                return value;
            }
            throw new StartRefused(
                    variable(name) + " must be " + otherwise + " or " + alternative + ", and is: " + value);
        }

        private static String variable(String name) {
            return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        }
    }
}
