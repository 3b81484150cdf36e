package dev.postern.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The archives that the runnable jar carries, laid out as files for the server. */
record Parts(Path war, Path resourceAdapter, Path logging) {

    static Parts unpack(Path directory, boolean jsonLog) {
        try {
            Files.createDirectories(directory);
            return new Parts(
                    copy("postern.war", directory),
                    copy("activemq-rar.rar", directory),
                    copy(jsonLog ? "logging-json.properties" : "logging-text.properties", directory));
        } catch (IOException failed) {
            throw new StartRefused("The folder " + directory + " cannot be filled (" + failed.getMessage()
                    + "): make room or set POSTERN_DATA_DIR to another folder.");
        }
    }

    private static Path copy(String name, Path directory) throws IOException {
        try (InputStream content = Parts.class.getResourceAsStream("/POSTERN-INF/" + name)) {
            if (content == null) {
                throw new StartRefused("This is not the complete postern.jar: " + name + " is missing.");
            }
            Path file = directory.resolve(name);
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        }
    }
}
