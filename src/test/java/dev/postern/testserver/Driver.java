package dev.postern.testserver;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The JDBC driver of PostgreSQL, which an administrator downloads and the build has already. */
final class Driver {

    private Driver() {}

    static Path file() {
        try {
            return Path.of(org.postgresql.Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
