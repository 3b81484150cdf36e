package dev.postern.testserver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real Redis without persistence, that tests can take away and bring back. */
public final class RedisServer {

    private final Path directory;
    private final int port = FreePort.find();
    private ChildProcess process;

    private RedisServer(Path directory) {
        this.directory = directory;
    }

    public static RedisServer start(Path directory) {
        RedisServer redis = new RedisServer(directory);
        redis.start();
        return redis;
    }

    public void start() {
        Path program = DebianPackages.REDIS.require();
        process = ChildProcess.start(
                "redis-server",
                directory.resolve("redis.log"),
                Map.of(),
                List.of(
                        program.toString(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--save",
                        "",
                        "--appendonly",
                        "no",
                        "--daemonize",
                        "no"));
        process.awaitUntil(() -> Loopback.accepts(port), Duration.ofSeconds(20));
    }

    public void stop() {
        process.stop();
    }

    public void kill9() {
        process.kill9();
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }
}
