package dev.postern.testserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The {@link Product} under test as a child process on a free port, with a fresh data folder under {@code target/testserver}.
 *
 * <p>{@link #shared} gives the one server per mode that the whole test run uses, {@link #sharedWithExtras} one on which more is on: tests
 * on them must not depend on what others did.
 * {@link #fresh} gives a server of one's own, to be closed.
 */
public final class TestServer implements AutoCloseable {

    public static final Duration FIRST_LOGOUT_RETRY = Duration.ofSeconds(2);

    /** A second attempt comes in time, a third, twice as long after it, does not. */
    private static final Duration LOGOUT_GIVE_UP_AFTER =
            FIRST_LOGOUT_RETRY.multipliedBy(3).minusSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final Map<Mode, TestServer> SHARED = new EnumMap<>(Mode.class);
    private static final Map<Mode, IllegalStateException> FAILED = new EnumMap<>(Mode.class);

    /** What is off, or not asked for, by default. */
    private static final Map<String, String> EXTRAS = Map.of(
            "POSTERN_SESSION_MANAGEMENT", "true",
            "POSTERN_AUTHORIZATION_RESPONSE_TYPES", "id_token, token id_token",
            "POSTERN_ADMINISTRATION_FRESH_SIGN_IN", "0s",
            "POSTERN_CONFIG",
                    Path.of("src/test/resources/setup/extras.properties")
                            .toAbsolutePath()
                            .toString());

    private final Installation installation;
    private final Path directory;
    private final int port;
    private final JdbcAccess database;
    private final Optional<ProductionParts> parts;
    private final Map<String, String> environment;
    private ChildProcess process;

    private TestServer(Installation installation, Mode mode, Map<String, String> settings) {
        this.installation = installation;
        this.directory = newDirectory(mode);
        this.port = Optional.ofNullable(settings.get("POSTERN_PORT"))
                .map(Integer::parseInt)
                .orElseGet(FreePort::find);
        this.parts = mode == Mode.PRODUCTION_PARTS
                ? Optional.of(ProductionParts.start(directory, !installation.hasBroker()))
                : Optional.empty();
        this.database = parts.map(ProductionParts::database).orElseGet(this::embeddedDatabase);
        this.environment = environment(settings);
    }

    /** The server of this mode that the whole run shares; started at the first call, stopped with the JVM. What does not start is not tried again. */
    public static synchronized TestServer shared(Mode mode) {
        if (FAILED.containsKey(mode.offered())) {
            throw FAILED.get(mode.offered());
        }
        try {
            return SHARED.computeIfAbsent(mode.offered(), offered -> fresh(offered, Map.of()));
        } catch (IllegalStateException failed) {
            FAILED.put(mode.offered(), failed);
            throw failed;
        }
    }

    /** The server with {@link #EXTRAS} that the whole run shares. */
    public static TestServer sharedWithExtras() {
        return WithExtras.SERVER;
    }

    /** Started when it is first asked for. */
    private static final class WithExtras {
        static final TestServer SERVER = fresh(Mode.EMBEDDED, EXTRAS);
    }

    /** A server of one's own. Settings are environment variables, such as {@code POSTERN_CODE_LIFETIME}; an empty one unsets. */
    public static TestServer fresh(Mode mode, Map<String, String> settings) {
        return fresh(Product.underTest().installation(), mode, settings);
    }

    /** As {@link #fresh(Mode, Map)}, with something else to run than what was built. */
    static TestServer fresh(Installation installation, Mode mode, Map<String, String> settings) {
        TestServer server = laid(installation, mode, settings);
        server.start(Map.of());
        return server;
    }

    /** A server of one's own that {@link #start} starts, for settings that depend on its parts. */
    public static TestServer laid(Mode mode) {
        return laid(Product.underTest().installation(), mode, Map.of());
    }

    private static TestServer laid(Installation installation, Mode mode, Map<String, String> settings) {
        TestServer server = new TestServer(installation, mode.offered(), settings);
        installation.lay(server.directory, server.port);
        return server;
    }

    public String issuer() {
        return environment.get("POSTERN_ISSUER");
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** Everything that the server printed, restarts included. */
    public Path logFile() {
        return directory.resolve("server.log");
    }

    public String log() {
        try {
            return Files.readString(logFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path dataDir() {
        return directory.resolve("data");
    }

    public JdbcAccess database() {
        return database;
    }

    /** Redis, broker and mail of a server in mode {@link Mode#PRODUCTION_PARTS}. */
    public ProductionParts parts() {
        return parts.orElseThrow(() -> new IllegalStateException("this server runs on the embedded defaults"));
    }

    /** What was mailed to an address with something in it, the first mail first, as soon as there are so many, wherever this server's mails go. */
    public List<Mail> mails(String address, String part, int count) {
        return new SentMails(this::log, parts.map(ProductionParts::mail)).await(address, part, count);
    }

    /** SIGKILL. The data folder stays; {@link #restart} starts on it again. */
    public void kill9() {
        process.kill9();
    }

    /** SIGTERM, which a server takes as it takes Ctrl-C. @return the exit code */
    public int stop() {
        return process.stop();
    }

    /** Stops the server if it runs, and starts it again on the same data and the same port. */
    public void restart() {
        restart(Map.of());
    }

    /** The same with settings that this one start has besides. */
    public void restart(Map<String, String> more) {
        if (process.isAlive()) {
            process.stop();
        }
        start(more);
    }

    @Override
    public void close() {
        process.stop();
        parts.ifPresent(ProductionParts::stop);
    }

    /** Starts it, with settings that this one start has besides. */
    public void start(Map<String, String> more) {
        long before = length(logFile());
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(more);
        all.putAll(installation.environment(directory));
        process = ChildProcess.start("postern", logFile(), all, installation.command(directory, port));
        try {
            process.awaitUntil(() -> isReadyAfter(before), PATIENCE);
        } catch (IllegalStateException notReady) {
            close();
            throw notReady;
        }
    }

    private Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("POSTERN_PORT", Integer.toString(port));
        all.put("POSTERN_ISSUER", "http://localhost:" + port);
        all.put("POSTERN_DATA_DIR", dataDir().toString());
        all.put(
                "POSTERN_SETUP_FILE",
                Path.of("src/test/resources/setup/test-setup.yaml")
                        .toAbsolutePath()
                        .toString());
        all.put("POSTERN_DATABASE_URL", database.url());
        all.put("POSTERN_DATABASE_USER", database.user());
        all.put("POSTERN_DATABASE_PASSWORD", database.password());
        all.put("POSTERN_APP_ENABLED", "true");
        all.put("POSTERN_REPORTING_INTERVAL", "2s");
        all.put("POSTERN_PURGE_INTERVAL", "5s");
        // Many tests fail on purpose, all from one address.
        all.put("POSTERN_CLIENT_AUTHENTICATION_FAILURES_PER_CLIENT", "100000");
        all.put("POSTERN_CLIENT_AUTHENTICATION_FAILURES_PER_ADDRESS", "100000");
        all.put("POSTERN_DEVICE_CODE_INTERVAL", "1s");
        all.put("POSTERN_REGISTRATION_ACCESS", "open");
        all.put("POSTERN_REGISTRATION_PER_MINUTE", "100000");
        all.put("POSTERN_OUTGOING_ALLOWED_HOSTS", "127.0.0.1");
        all.put("POSTERN_LOGOUT_FIRST_RETRY", FIRST_LOGOUT_RETRY.toSeconds() + "s");
        all.put("POSTERN_LOGOUT_GIVE_UP_AFTER", LOGOUT_GIVE_UP_AFTER.toSeconds() + "s");
        // Some come 200 at once, and a busy machine is slow.
        all.put("POSTERN_PRESSURE_MOST", "1000");
        all.put("POSTERN_PRESSURE_LEAST", "1000");
        parts.ifPresent(running -> all.putAll(running.environment()));
        all.putAll(settings);
        return all;
    }

    /** The default's options, but open to a second process: AUTO_SERVER excludes DB_CLOSE_ON_EXIT=FALSE. */
    private JdbcAccess embeddedDatabase() {
        return new JdbcAccess(
                "jdbc:h2:file:" + dataDir().resolve("postern")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;AUTO_SERVER=TRUE",
                "postern",
                "postern");
    }

    private static Path newDirectory(Mode mode) {
        String name = mode.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-"
                + ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet();
        try {
            return Files.createDirectories(Path.of("target", "testserver", name).toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReadyAfter(long offset) {
        return installation.isReady(port, new String(tail(offset), StandardCharsets.UTF_8));
    }

    private byte[] tail(long offset) {
        try {
            byte[] all = Files.readAllBytes(logFile());
            return java.util.Arrays.copyOfRange(all, (int) Math.min(offset, all.length), all.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long length(Path file) {
        return file.toFile().length();
    }
}
