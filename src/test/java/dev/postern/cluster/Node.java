package dev.postern.cluster;

import dev.postern.testserver.ChildProcess;
import dev.postern.testserver.FreePort;
import dev.postern.testserver.TestJava;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One postern.jar of a cluster, with a data folder of its own. */
final class Node {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final int port = FreePort.find();
    private Map<String, String> environment = Map.of();
    private ChildProcess process;
    private long startedAt;

    Node(Path folder) {
        this.folder = folder;
    }

    int port() {
        return port;
    }

    /** Past nginx. */
    String url() {
        return "http://localhost:" + port;
    }

    long pid() {
        return process.pid();
    }

    String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does not wait until it is ready. @param shared what all nodes have */
    void launch(Path program, Map<String, String> shared) {
        environment = new LinkedHashMap<>(shared);
        environment.put("POSTERN_PORT", Integer.toString(port));
        environment.put("POSTERN_DATA_DIR", folder.resolve("data").toString());
        startedAt = logFile().toFile().length();
        List<String> command = new ArrayList<>(TestJava.command());
        command.addAll(List.of("-Xmx384m", "-jar", program.toString()));
        process = ChildProcess.start("postern", logFile(), environment, command);
    }

    void awaitReady() {
        process.awaitUntil(() -> logSinceStart().contains("Postern is ready at"), PATIENCE);
    }

    /** With the settings that it had. */
    void startAgain(Path program) {
        launch(program, Map.copyOf(environment));
        awaitReady();
    }

    /** SIGTERM, without waiting for the end. */
    void terminate() {
        process.signal("TERM");
    }

    /** SIGTERM. @return the exit code */
    int stop() {
        return process.stop();
    }

    void kill9() {
        process.kill9();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String logSinceStart() {
        String all = Files.exists(logFile()) ? log() : "";
        return all.substring((int) Math.min(startedAt, all.length()));
    }

    private Path logFile() {
        return folder.resolve("server.log");
    }
}
