package dev.postern.testserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** {@code postern.jar}: Payara Micro, the WAR and a launcher in one file. */
record RunnableJar(Path file) implements Installation {

    static RunnableJar built() {
        Path jar = Path.of("target", "postern.jar").toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("target/postern.jar is missing: run mvn -Pquick -DskipTests package first");
        }
        return new RunnableJar(jar);
    }

    /** The same program with another WAR in the place of ours. */
    static RunnableJar with(Path war) {
        try {
            Path program = Files.createDirectories(Path.of("target", "testserver"))
                    .toAbsolutePath()
                    .resolve("another.jar");
            Files.copy(built().file, program, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem content = FileSystems.newFileSystem(program)) {
                Files.copy(war, content.getPath("POSTERN-INF", "postern.war"), StandardCopyOption.REPLACE_EXISTING);
            }
            return new RunnableJar(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void lay(Path directory, int port) {
        // It lays out its own folder.
    }

    @Override
    public List<String> command(Path directory, int port) {
        List<String> command = new ArrayList<>(TestJava.command());
        command.addAll(List.of("-jar", file.toString()));
        return command;
    }

    @Override
    public boolean hasBroker() {
        return false;
    }

    @Override
    public boolean isReady(int port, String newLog) {
        return newLog.contains("Postern is ready at");
    }
}
