package dev.postern.testserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A server as it came from its makers: Maven unpacks it into {@code target/servers}. */
enum Unpacked {
    WILDFLY("wildfly-"),
    PAYARA_SERVER("payara6"),
    OPEN_LIBERTY("wlp");

    private static final Path SERVERS = Path.of("target", "servers").toAbsolutePath();

    private final String prefix;

    Unpacked(String prefix) {
        this.prefix = prefix;
    }

    Path home() {
        try (Stream<Path> folders = Files.isDirectory(SERVERS) ? Files.list(SERVERS) : Stream.empty()) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("target/servers/" + prefix
                            + "* is missing: mvn -Pservers pre-integration-test unpacks it"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
