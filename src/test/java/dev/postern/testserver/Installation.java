package dev.postern.testserver;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One way to have the WAR served. */
interface Installation {

    /** Lays out what a server of its own needs in this directory, before its first start. */
    void lay(Path directory, int port);

    List<String> command(Path directory, int port);

    /** What the process needs besides the settings. */
    default Map<String, String> environment(Path directory) {
        return Map.of();
    }

    /** Whether the server can do without a broker beside it, since it has one of its own. */
    boolean hasBroker();

    /** @param newLog what the server has printed since it was started */
    boolean isReady(int port, String newLog);

    /** Where the administrator of a server names datasource and queues; empty if that is nobody's to do. */
    default Optional<Path> configuration(Path directory) {
        return Optional.empty();
    }
}
