package dev.postern.launcher;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** How the resource adapter finds its broker: the one inside this server, or another. */
final class Broker {

    static final String EMBEDDED_URL = "vm://postern?create=false";

    /** MicroProfile Config takes empty text for a missing value, and the resource adapter has a default; it starts nothing for a blank. */
    static final String NO_BROKER = " ";

    private Broker() {}

    /** The broker to start inside this server, in ActiveMQ's notation; blank when another one is named. */
    static String config(String brokerUrl, Path dataDirectory) {
        if (!brokerUrl.equals(EMBEDDED_URL)) {
            return NO_BROKER;
        }
        String folder = URLEncoder.encode(dataDirectory.resolve("broker").toString(), StandardCharsets.UTF_8);
        return "broker:()/postern?persistent=true&useJmx=false&useShutdownHook=false&dataDirectory=" + folder;
    }
}
