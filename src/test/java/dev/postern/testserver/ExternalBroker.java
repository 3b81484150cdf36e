package dev.postern.testserver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An ActiveMQ broker with a persistent store, in a JVM of its own, that tests can take away and bring back. */
public final class ExternalBroker {

    private final Path directory;
    private final int port = FreePort.find();
    private ChildProcess process;

    private ExternalBroker(Path directory) {
        this.directory = directory;
    }

    public static ExternalBroker start(Path directory) {
        ExternalBroker broker = new ExternalBroker(directory);
        broker.start();
        return broker;
    }

    public void start() {
        String configuration =
                "broker:(tcp://127.0.0.1:" + port + ")/external?persistent=true&useJmx=false&dataDirectory="
                        + directory.resolve("store").toAbsolutePath();
        process = ChildProcess.start(
                "broker",
                directory.resolve("broker.log"),
                Map.of(),
                List.of(
                        ChildProcess.java(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerMain.class.getName(),
                        configuration));
        process.awaitUntil(() -> Loopback.accepts(port), Duration.ofSeconds(60));
    }

    public void stop() {
        process.stop();
    }

    public void kill9() {
        process.kill9();
    }

    public long pid() {
        return process.pid();
    }

    /** Reconnects by itself, and gives up on a send after 2 s. */
    public String url() {
        return "failover:(tcp://127.0.0.1:" + port + ")?timeout=2000&maxReconnectDelay=1000";
    }
}
