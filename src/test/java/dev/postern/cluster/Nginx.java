package dev.postern.cluster;

import dev.postern.testserver.ChildProcess;
import dev.postern.testserver.DebianPackages;
import dev.postern.testserver.FreePort;
import dev.postern.testserver.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A real nginx with the configuration of server-config/cluster. */
final class Nginx {

    private final Path folder;
    private final int port = FreePort.find();
    private ChildProcess process;

    private Nginx(Path folder) {
        this.folder = folder;
    }

    static Nginx start(Path parent, List<Node> nodes) {
        try {
            Nginx nginx = new Nginx(Files.createDirectories(parent.resolve("nginx")));
            nginx.write(nodes);
            nginx.start();
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reload closes kept connections of callers, and a request may be just on its way in one: callers come anew for each request. */
    private void start() throws IOException {
        String configuration = Files.readString(Path.of("server-config/cluster/nginx.conf"))
                .replace("listen 127.0.0.1:8080;", "listen 127.0.0.1:" + port + ";")
                .replace("keepalive_timeout 65s;", "keepalive_timeout 0;");
        Path file = Files.writeString(folder.resolve("nginx.conf"), configuration);
        Files.copy(Path.of("server-config/edge/caller.conf"), folder.resolve("caller.conf"));
        process = ChildProcess.start(
                "nginx",
                folder.resolve("output.log"),
                Map.of(),
                List.of(
                        DebianPackages.NGINX.require().toString(),
                        "-p",
                        folder.toString(),
                        "-e",
                        folder.resolve("error.log").toString(),
                        "-c",
                        file.toString()));
        process.awaitUntil(() -> Loopback.accepts(port), Duration.ofSeconds(20));
    }

    int port() {
        return port;
    }

    /** From now on requests go to these nodes alone. Returns when no worker is left that would ask another. */
    void useOnly(List<Node> nodes) {
        Set<Long> before = workers();
        write(nodes);
        process.signal("HUP");
        process.awaitUntil(
                () -> !workers().isEmpty() && workers().stream().noneMatch(before::contains), Duration.ofMinutes(1));
    }

    void stop() {
        process.stop();
    }

    private Set<Long> workers() {
        return ProcessHandle.of(process.pid())
                .orElseThrow()
                .children()
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private void write(List<Node> nodes) {
        String lines = nodes.stream()
                .map(node -> "server 127.0.0.1:" + node.port() + " max_fails=3 fail_timeout=5s;\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(folder.resolve("nodes.conf"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
