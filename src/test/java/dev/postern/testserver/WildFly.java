package dev.postern.testserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * WildFly as Maven unpacked it, configured once per test run by the script that we ship; each server has a copy of what the script
 * made, and the WAR in its deployments folder.
 */
record WildFly(Path war) implements Installation {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public void lay(Path directory, int port) {
        Path home = Unpacked.WILDFLY.home();
        OneAtATime.once("wildfly", home.resolve("standalone/configured"), () -> configure(home));
        Path base = base(directory);
        Folders.copy(home.resolve("standalone"), base);
        Folders.copy(war, base.resolve("deployments").resolve("postern.war"));
    }

    /** As {@code bin/standalone.sh} starts it, without the shell between. */
    @Override
    public List<String> command(Path directory, int port) {
        Path home = Unpacked.WILDFLY.home();
        List<String> command = new ArrayList<>(TestJava.command());
        command.addAll(ServerModules.options());
        command.addAll(List.of(
                "-Dorg.jboss.boot.log.file=" + base(directory).resolve("log/server.log"),
                "-Dlogging.configuration=file:" + base(directory).resolve("configuration/logging.properties"),
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base(directory),
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + FreePort.find(),
                "-Djboss.management.http.port=" + FreePort.find(),
                "-c",
                "standalone-full.xml"));
        return command;
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
        return Optional.of(base(directory).resolve("configuration/standalone-full.xml"));
    }

    /** Runs a script that we ship on a server that is laid and does not run. */
    static void configure(Path directory, Path script) throws IOException {
        Path whole = directory.resolve("configure.cli");
        Files.writeString(
                whole,
                "embed-server --server-config=standalone-full.xml --std-out=discard\n" + Files.readString(script)
                        + "\nstop-embedded-server\n");
        ChildProcess.run(
                "jboss-cli.sh",
                directory.resolve("configure.log"),
                Map.of(
                        "JAVA_HOME",
                        TestJava.home().toString(),
                        "JAVA_OPTS",
                        "-Djboss.server.base.dir=" + base(directory)),
                List.of(
                        "sh",
                        Unpacked.WILDFLY.home().resolve("bin/jboss-cli.sh").toString(),
                        "--no-color-output",
                        "--file=" + whole),
                PATIENCE);
    }

    private static Path base(Path directory) {
        return directory.resolve("standalone");
    }

    private static void configure(Path home) {
        Path fresh = home.resolve("standalone.fresh");
        if (!Files.exists(fresh)) {
            Folders.copy(home.resolve("standalone"), fresh);
        }
        Folders.delete(home.resolve("standalone"));
        Folders.copy(fresh, home.resolve("standalone"));
        ChildProcess.run(
                "install.sh",
                Path.of("target", "testserver", "wildfly-install.log").toAbsolutePath(),
                Map.of("JAVA_HOME", TestJava.home().toString()),
                List.of(
                        "sh",
                        Path.of("server-config/wildfly/install.sh")
                                .toAbsolutePath()
                                .toString(),
                        home.toString(),
                        Jars.file(org.postgresql.Driver.class).toString()),
                PATIENCE);
    }
}
