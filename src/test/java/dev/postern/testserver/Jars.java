package dev.postern.testserver;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** What an administrator downloads and the build has already: PostgreSQL's driver, for example. */
final class Jars {

    private Jars() {}

    /** The jar that this class is in. */
    static Path file(Class<?> of) {
        try {
            return Path.of(
                    of.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
