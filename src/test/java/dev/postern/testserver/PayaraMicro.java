package dev.postern.testserver;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payara Micro as its makers publish it, started in a folder of its own by a copy of the script that we ship. */
record PayaraMicro(Path war) implements Installation {

    private static final Path SCRIPTS = Path.of("server-config", "payara-micro").toAbsolutePath();

    @Override
    public void lay(Path directory, int port) {
        Folders.copy(SCRIPTS, directory.resolve("scripts"));
        Folders.copy(Jars.file(fish.payara.micro.PayaraMicro.class), directory.resolve("payara-micro.jar"));
        Folders.copy(Jars.file(org.postgresql.Driver.class), directory.resolve("postgresql.jar"));
        Folders.copy(Path.of("target", "activemq-rar.rar"), directory.resolve("activemq-rar.rar"));
        Folders.copy(war, directory.resolve("postern.war"));
    }

    @Override
    public List<String> command(Path directory, int port) {
        return List.of(
                "sh",
                "-c",
                "cd \"$1\" && mkdir -p unpacked && shift && exec sh scripts/start.sh --unpackdir unpacked --port \"$@\"",
                "sh",
                directory.toString(),
                Integer.toString(port));
    }

    /** A broker is named, so none is started inside. */
    @Override
    public Map<String, String> environment(Path directory) {
        return Map.of(
                "POSTERN_BROKER_CONFIG",
                " ",
                "PATH",
                TestJava.home().resolve("bin") + ":" + System.getenv("PATH"),
                "JAVA_OPTS",
                String.join(" ", TestJava.options()));
    }

    @Override
    public boolean hasBroker() {
        return false;
    }

    @Override
    public boolean isReady(int port, String newLog) {
        return Loopback.answersReady(port);
    }

    @Override
    public Optional<Path> configuration(Path directory) {
        return Optional.of(directory.resolve("scripts").resolve("postboot.asadmin"));
    }
}
