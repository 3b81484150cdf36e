package dev.postern.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What the runnable jar carries, laid out as files for the server.
 *
 * @param application the WAR as a folder
 */
record Parts(Path application, Path resourceAdapter, Path logging) {

    static Parts unpack(Workspace workspace, boolean jsonLog) {
        Path directory = workspace.directory();
        try {
            return new Parts(
                    explode("postern.war", workspace.application()),
                    copy("activemq-rar.rar", directory),
                    copy(jsonLog ? "logging-json.properties" : "logging-text.properties", directory));
        } catch (IOException failed) {
            throw new StartRefused("The folder " + directory + " cannot be filled (" + failed.getMessage()
                    + "): make room or set POSTERN_DATA_DIR to another folder.");
        }
    }

    private static Path explode(String name, Path folder) throws IOException {
        try (InputStream content = open(name)) {
            return Exploded.of(content, folder);
        }
    }

    private static Path copy(String name, Path directory) throws IOException {
        try (InputStream content = open(name)) {
            Path file = directory.resolve(name);
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        }
    }

    private static InputStream open(String name) {
        InputStream content = Parts.class.getResourceAsStream("/POSTERN-INF/" + name);
        if (content == null) {
            throw new StartRefused("This is not the complete postern.jar: " + name + " is missing.");
        }
        return content;
    }
}
