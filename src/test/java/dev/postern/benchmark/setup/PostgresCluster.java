package dev.postern.benchmark.setup;

import dev.postern.testserver.ChildProcess;
import dev.postern.testserver.DebianPackages;
import dev.postern.testserver.FreePort;
import dev.postern.testserver.JdbcAccess;
import dev.postern.testserver.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A new cluster of the installed PostgreSQL with its default settings, durability included; only max_connections is raised.
 *
 * <p>PostgreSQL refuses to run as root: then it runs as the user postgres, which the Debian package makes.
 */
public final class PostgresCluster {

    private static final String PASSWORD = "benchmark";

    private final Path directory;
    private final Path programs;
    private final int port = FreePort.find();
    private ChildProcess process;

    private PostgresCluster(Path directory) {
        this.directory = directory;
        this.programs = newestPrograms();
    }

    /** A new one, below this folder. */
    public static PostgresCluster start(Path parent) {
        try {
            PostgresCluster cluster = new PostgresCluster(Files.createDirectories(parent.resolve("postgres")));
            cluster.initialize();
            cluster.start();
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JdbcAccess database() {
        return new JdbcAccess("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", PASSWORD);
    }

    public long pid() {
        return process.pid();
    }

    public int port() {
        return port;
    }

    /** Such as pgbench. */
    public Path program(String name) {
        return programs.resolve(name);
    }

    /** Without waiting for those who are connected. */
    public void stop() {
        process.signal("INT");
        process.stop();
    }

    /** Every process of it ends at once, as it does when one of them crashes; what was committed is in its log. */
    public void crash() {
        process.signal("QUIT");
        process.awaitExit(Duration.ofMinutes(1));
    }

    private void initialize() throws IOException {
        Path passwordFile = Files.writeString(directory.resolveSibling("postgres-password"), PASSWORD);
        own(directory);
        own(passwordFile);
        ChildProcess initdb = ChildProcess.start(
                "initdb",
                directory.resolveSibling("initdb.log"),
                Map.of(),
                asOwner(
                        "initdb",
                        "--pgdata=" + directory.resolve("data"),
                        "--username=postgres",
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8"));
        if (initdb.awaitExit(Duration.ofMinutes(2)) != 0) {
            throw new IllegalStateException("initdb failed, see " + directory.resolveSibling("initdb.log")
                    + "; every folder above must be open to the user postgres (else set benchmark.directory)");
        }
    }

    /** On the data that is there. */
    public void start() {
        process = ChildProcess.start(
                "postgres",
                directory.resolveSibling("postgres.log"),
                Map.of(),
                asOwner(
                        "postgres",
                        "-D",
                        directory.resolve("data").toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=" + directory,
                        "-c",
                        "max_connections=300"));
        process.awaitUntil(() -> Loopback.accepts(port) && answers(), Duration.ofMinutes(1));
    }

    private boolean answers() {
        try {
            return database().number("select 1") == 1;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    /** setpriv becomes the program itself, so that the process id is the program's. */
    private List<String> asOwner(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(program(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void own(Path path) throws IOException {
        if (isRoot()) {
            UserPrincipal postgres =
                    path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres");
            Files.setOwner(path, postgres);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Path newestPrograms() {
        DebianPackages.POSTGRESQL.require();
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new IllegalStateException("no initdb below /usr/lib/postgresql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
