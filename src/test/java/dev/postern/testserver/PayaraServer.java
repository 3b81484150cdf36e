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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Payara Server as Maven unpacked it: a domain is configured once per test run by the script that we ship; each server has a copy of it on
 * ports of its own, and the WAR in its autodeploy folder.
 */
record PayaraServer(Path war) implements Installation {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String DOMAIN = "postern";

    /** What {@code create-domain --portbase} counts from: HTTP is 80 above it. */
    private static final int PORT_BASE = 21_500;

    private static final Pattern PORT = Pattern.compile("(?<=port=\"|port=|value=\")215\\d\\d\\b");

    @Override
    public void lay(Path directory, int port) {
        OneAtATime.once("payara-server", domains().resolve(DOMAIN).resolve("configured"), PayaraServer::configure);
        Path domain = directory.resolve(DOMAIN);
        Folders.copy(domains().resolve(DOMAIN), domain);
        Folders.copy(war, domain.resolve("autodeploy").resolve("postern.war"));
        rewritePorts(domain.resolve("config").resolve("domain.xml"), port);
    }

    /** As {@code asadmin start-domain} starts it, without the process between. */
    @Override
    public List<String> command(Path directory, int port) {
        Path log = directory.resolve("dry-run.log");
        asadmin(log, "start-domain", "--dry-run", "--domaindir", directory.toString(), DOMAIN);
        List<String> lines = read(log).lines().toList();
        int java = lines.lastIndexOf("Dump of JVM Invocation line that would be used to launch:") + 1;
        List<String> command = new ArrayList<>(TestJava.command());
        lines.subList(java + 1, lines.size()).stream()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> !line.startsWith("-Xmx") && !line.equals("-XX:+UseParallelGC"))
                .forEach(command::add);
        return command;
    }

    /** A broker is named, so none is started inside. */
    @Override
    public Map<String, String> environment(Path directory) {
        return Map.of("POSTERN_BROKER_CONFIG", " ");
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
        return Optional.of(directory.resolve(DOMAIN).resolve("config/domain.xml"));
    }

    private static void configure() {
        Path log = Path.of("target", "testserver", "payara-server-install.log").toAbsolutePath();
        Folders.delete(domains().resolve(DOMAIN));
        asadmin(log, "create-domain", "--nopassword", "--portbase", Integer.toString(PORT_BASE), DOMAIN);
        Path script = Path.of("server-config", "payara-server", "install.sh").toAbsolutePath();
        ChildProcess.run(
                "install.sh",
                log,
                Map.of("JAVA_HOME", TestJava.home().toString()),
                List.of(
                        "sh",
                        script.toString(),
                        Unpacked.PAYARA_SERVER.home().toString(),
                        Path.of("target", "activemq-rar.rar").toAbsolutePath().toString(),
                        Jars.file(org.postgresql.Driver.class).toString(),
                        "",
                        DOMAIN),
                PATIENCE);
    }

    /** Runs a command on a server that runs. @param file its configuration */
    static void administer(Path file, String... command) {
        List<String> arguments = new ArrayList<>(List.of("--port", Integer.toString(port(file, "admin-listener"))));
        arguments.addAll(List.of(command));
        asadmin(file.resolveSibling("asadmin.log"), arguments.toArray(String[]::new));
    }

    /** Where a listener listens. @param file the configuration */
    static int port(Path file, String listener) {
        String named = "<network-listener (?=[^>]*\\bname=\"" + listener + "\")";
        Matcher found = Pattern.compile(named + "[^>]*\\bport=\"(\\d+)\"").matcher(read(file));
        if (!found.find()) {
            throw new IllegalStateException(file + " has no listener " + listener);
        }
        return Integer.parseInt(found.group(1));
    }

    private static void asadmin(Path log, String... arguments) {
        Path program = Unpacked.PAYARA_SERVER.home().resolve("bin").resolve("asadmin");
        List<String> command = new ArrayList<>(List.of("sh", program.toString(), "--interactive=false"));
        command.addAll(List.of(arguments));
        ChildProcess.run("asadmin", log, Map.of("JAVA_HOME", TestJava.home().toString()), command, PATIENCE);
    }

    private static Path domains() {
        return Unpacked.PAYARA_SERVER.home().resolve("glassfish").resolve("domains");
    }

    private static void rewritePorts(Path file, int httpPort) {
        Map<String, String> ports = new HashMap<>();
        ports.put(Integer.toString(PORT_BASE + 80), Integer.toString(httpPort));
        Matcher matcher = PORT.matcher(read(file));
        String rewritten = matcher.replaceAll(
                found -> ports.computeIfAbsent(found.group(), old -> Integer.toString(FreePort.find())));
        try {
            Files.writeString(file, rewritten);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
