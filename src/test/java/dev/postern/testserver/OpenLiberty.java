package dev.postern.testserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Open Liberty as Maven unpacked it; the script that we ship makes each server, in a user folder of its own. */
record OpenLiberty(Path war) implements Installation {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public void lay(Path directory, int port) {
        ChildProcess.run(
                "install.sh",
                directory.resolve("install.log"),
                environment(directory),
                List.of(
                        "sh",
                        Path.of("server-config", "open-liberty", "install.sh")
                                .toAbsolutePath()
                                .toString(),
                        Unpacked.OPEN_LIBERTY.home().toString(),
                        Jars.file(org.postgresql.Driver.class).toString(),
                        war.toString()),
                PATIENCE);
    }

    /** As {@code bin/server run} starts it, without the shell between. */
    @Override
    public List<String> command(Path directory, int port) {
        Path home = Unpacked.OPEN_LIBERTY.home();
        Path tools = home.resolve("bin").resolve("tools");
        List<String> command = new ArrayList<>();
        command.add(TestJava.program());
        command.addAll(ownOptions(directory));
        command.addAll(TestJava.options());
        command.add("@" + home.resolve("lib/platform/java/java9.options"));
        command.addAll(List.of(
                "-javaagent:" + tools.resolve("ws-javaagent.jar"),
                "-Djava.awt.headless=true",
                "-jar",
                tools.resolve("ws-server.jar").toString(),
                "postern"));
        return command;
    }

    @Override
    public Map<String, String> environment(Path directory) {
        return Map.of("WLP_USER_DIR", directory.resolve("usr").toString());
    }

    @Override
    public boolean hasBroker() {
        return true;
    }

    @Override
    public boolean isReady(int port, String newLog) {
        return Loopback.answersReady(port);
    }

    @Override
    public Optional<Path> configuration(Path directory) {
        return Optional.of(directory.resolve("usr/servers/postern/server.xml"));
    }

    private static List<String> ownOptions(Path directory) {
        try {
            return Files.readAllLines(directory.resolve("usr/servers/postern/jvm.options"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
