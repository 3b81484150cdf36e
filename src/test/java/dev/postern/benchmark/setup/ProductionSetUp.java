package dev.postern.benchmark.setup;

import dev.postern.testserver.ChildProcess;
import dev.postern.testserver.DebianPackages;
import dev.postern.testserver.ExternalBroker;
import dev.postern.testserver.FreePort;
import dev.postern.testserver.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** PostgreSQL, Redis, a message broker and the server, each a process of its own on loopback with its default settings. */
public final class ProductionSetUp implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final BenchmarkSettings settings;
    private final Path directory;
    private final PostgresCluster postgres;
    private final ChildProcess redis;
    private final int redisPort = FreePort.find();
    private final ExternalBroker broker;
    private final PlainProxy proxy;
    private final int port = FreePort.find();
    private ChildProcess server;

    private ProductionSetUp(BenchmarkSettings settings, Path directory) {
        this.settings = settings;
        this.directory = directory;
        this.postgres = PostgresCluster.start(directory);
        this.redis = startRedis();
        this.broker = ExternalBroker.start(directory);
        this.proxy = new PlainProxy(directory);
    }

    /** @param directory is emptied; the processes keep data and logs there */
    public static ProductionSetUp start(BenchmarkSettings settings, Path directory) {
        if (!Files.isRegularFile(settings.jar())) {
            throw new IllegalStateException(settings.jar() + " is missing: run mvn -Pbenchmark verify");
        }
        try {
            Folders.delete(directory);
            Files.createDirectories(directory);
            ProductionSetUp setUp = new ProductionSetUp(settings, directory);
            Files.writeString(
                    directory.resolve("set-up.yaml"),
                    SetUpFile.withUsers(settings.users().stream()
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElse(1)));
            setUp.startServer();
            setUp.proxy.start(setUp.port);
            return setUp;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Target target() {
        return new Target("http://localhost:" + port, proxy.port());
    }

    public PostgresCluster postgres() {
        return postgres;
    }

    /** By the name of the part, in the order of the table. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        pids.put("server", server.pid());
        pids.put("postgres", postgres.pid());
        pids.put("redis", redis.pid());
        pids.put("broker", broker.pid());
        pids.put("nginx", proxy.pid());
        return pids;
    }

    public Path serverLog() {
        return directory.resolve("server.log");
    }

    public void stopServer() {
        server.stop();
    }

    /** On the data that is there. */
    public void startServer() {
        long before = serverLog().toFile().length();
        launchServer().awaitUntil(() -> saysReadyAfter(before), PATIENCE);
    }

    /** Does not wait until it is ready. */
    public ChildProcess launchServer() {
        server = ChildProcess.start("postern", serverLog(), environment(), command());
        return server;
    }

    public String brokerUrl() {
        return broker.url();
    }

    @Override
    public void close() {
        proxy.stop();
        server.stop();
        broker.stop();
        redis.stop();
        postgres.stop();
    }

    private ChildProcess startRedis() {
        ChildProcess process = ChildProcess.start(
                "redis-server",
                directory.resolve("redis.log"),
                Map.of(),
                List.of(
                        DebianPackages.REDIS.require().toString(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(redisPort),
                        "--dir",
                        directory.toString(),
                        "--daemonize",
                        "no"));
        process.awaitUntil(() -> Loopback.accepts(redisPort), Duration.ofSeconds(20));
        return process;
    }

    private List<String> command() {
        List<String> command = new java.util.ArrayList<>();
        command.add(settings.java().resolve("bin").resolve("java").toString());
        command.add("-Xmx" + settings.xmx());
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(settings.jvmOptions());
        command.addAll(List.of("-jar", settings.jar().toString()));
        return command;
    }

    private Map<String, String> environment() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("POSTERN_PORT", Integer.toString(port));
        all.put("POSTERN_ISSUER", target().issuer());
        all.put("POSTERN_DATA_DIR", directory.resolve("data").toString());
        all.put("POSTERN_SETUP_FILE", directory.resolve("set-up.yaml").toString());
        // The default of 2 s is too short for a cold JVM whose machine is busy with something else.
        all.put("POSTERN_DATABASE_URL", postgres.database().url() + "?loginTimeout=30");
        all.put("POSTERN_DATABASE_USER", postgres.database().user());
        all.put("POSTERN_DATABASE_PASSWORD", postgres.database().password());
        all.put("POSTERN_REDIS_URL", "redis://127.0.0.1:" + redisPort);
        all.put("POSTERN_BROKER_URL", broker.url());
        // The API takes JWTs and opaque tokens: it has one format of its own.
        all.put(
                "POSTERN_API_AUDIENCES",
                String.join(",", target().issuer() + "/api", Target.JWT_RESOURCE, Target.OPAQUE_RESOURCE));
        all.putAll(settings.environment());
        return all;
    }

    private boolean saysReadyAfter(long offset) {
        try {
            return Files.size(serverLog()) > offset
                    && Files.readString(serverLog()).substring((int) offset).contains("Postern is ready at");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
