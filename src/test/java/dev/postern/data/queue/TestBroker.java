package dev.postern.data.queue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;

/** A real broker with a store on disk, that can go away and come back. */
public final class TestBroker implements AutoCloseable {

    private final Path folder;
    private final int port;
    private BrokerService broker;

    public TestBroker(Path folder) {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        start();
    }

    public void start() {
        try {
            broker = new BrokerService();
            broker.setBrokerName("test" + port);
            broker.setDataDirectoryFile(folder.toFile());
            broker.setUseJmx(false);
            broker.setUseShutdownHook(false);
            broker.addConnector("tcp://127.0.0.1:" + port);
            broker.start();
            broker.waitUntilStarted();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public void stop() {
        try {
            broker.stop();
            broker.waitUntilStopped();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public ActiveMQConnectionFactory connections() {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
    }

    /** A client that waits for ever for a broker that is away. */
    public ActiveMQConnectionFactory patientConnections() {
        return new ActiveMQConnectionFactory("failover:(tcp://127.0.0.1:" + port + ")");
    }

    @Override
    public void close() {
        stop();
    }
}
