package dev.postern.benchmark.setup;

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

/** An nginx that forwards every request as it is over kept connections: what a gateway costs that decides nothing. */
final class PlainProxy {

    private static final String CONFIGURATION = """
            daemon off;
            worker_processes auto;
            pid %1$s/nginx.pid;
            error_log %1$s/nginx-error.log;
            events { worker_connections 1024; }
            http {
              access_log off;
              client_body_temp_path %1$s/nginx-body;
              proxy_temp_path %1$s/nginx-proxy;
              fastcgi_temp_path %1$s/nginx-fastcgi;
              uwsgi_temp_path %1$s/nginx-uwsgi;
              scgi_temp_path %1$s/nginx-scgi;
              keepalive_requests 1000000;
              upstream server { server 127.0.0.1:%2$d; keepalive 128; keepalive_timeout 10s; }
              server {
                listen 127.0.0.1:%3$d;
                location / {
                  proxy_pass http://server;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_set_header Host $http_host;
                }
              }
            }
            """;

    private final Path directory;
    private final int port = FreePort.find();
    private ChildProcess process;

    PlainProxy(Path directory) {
        this.directory = directory;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    void start(int upstream) {
        try {
            Path file = Files.writeString(
                    directory.resolve("nginx.conf"), CONFIGURATION.formatted(directory, upstream, port));
            process = ChildProcess.start(
                    "nginx",
                    directory.resolve("nginx.log"),
                    Map.of(),
                    List.of(
                            DebianPackages.NGINX.require().toString(),
                            "-p",
                            directory.toString(),
                            "-e",
                            directory.resolve("nginx-error.log").toString(),
                            "-c",
                            file.toString()));
            process.awaitUntil(() -> Loopback.accepts(port), Duration.ofSeconds(20));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        process.stop();
    }
}
