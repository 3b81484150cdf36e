package dev.postern.testserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The product under test once more beside the shared server, on its database and Redis; its configuration may be changed before it starts. */
final class SecondServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Installation installation = Product.underTest().installation();
    private final TestServer shared = TestServer.shared(Mode.PRODUCTION_PARTS);
    private final int port = FreePort.find();
    private final Path directory;
    private Optional<ChildProcess> process = Optional.empty();
    private Map<String, String> environment = Map.of();
    private List<String> arguments = List.of();

    private SecondServer(Path directory) {
        this.directory = directory;
        installation.lay(directory, port);
    }

    static SecondServer laid() {
        try {
            Path servers =
                    Files.createDirectories(Path.of("target", "testserver").toAbsolutePath());
            return new SecondServer(Files.createTempDirectory(servers, "second-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    Path directory() {
        return directory;
    }

    Path dataDir() {
        return directory.resolve("data");
    }

    /** Where an administrator names datasource and queues, if anybody does. */
    Optional<Path> configuration() {
        return installation.configuration(directory);
    }

    /** With what it needs to start, unless these settings spoil it. */
    void start(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("POSTERN_PORT", Integer.toString(port));
        settings.put("POSTERN_ISSUER", "http://localhost:" + port);
        settings.put("POSTERN_DATA_DIR", dataDir().toString());
        settings.put(
                "POSTERN_MASTER_KEY_FILE",
                shared.dataDir().resolve("master.key").toString());
        settings.putAll(shared.parts().environment());
        settings.putAll(installation.environment(directory));
        settings.putAll(more);
        environment = settings;
        run();
    }

    /** On a database of its own, since one database has one issuer. */
    void startAfresh(Map<String, String> more) {
        startAfresh(more, List.of());
    }

    /** @param more arguments after those that it is always started with */
    void startAfresh(Map<String, String> settings, List<String> more) {
        JdbcAccess database = SharedPostgres.newDatabase();
        Map<String, String> all = new HashMap<>();
        all.put("POSTERN_DATABASE_URL", database.url());
        all.put("POSTERN_DATABASE_USER", database.user());
        all.put("POSTERN_DATABASE_PASSWORD", database.password());
        all.put("POSTERN_MASTER_KEY_FILE", "");
        all.putAll(settings);
        arguments = more;
        start(all);
    }

    /** As it was started. */
    void restart() {
        close();
        run();
    }

    private void run() {
        List<String> command = new ArrayList<>(installation.command(directory, port));
        command.addAll(arguments);
        process = Optional.of(ChildProcess.start("postern", logFile(), environment, command));
    }

    void awaitReady() {
        process.orElseThrow().awaitUntil(() -> Loopback.answersReady(port), PATIENCE);
    }

    String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logFile() {
        return directory.resolve("server.log");
    }

    @Override
    public void close() {
        process.ifPresent(ChildProcess::stop);
    }
}
