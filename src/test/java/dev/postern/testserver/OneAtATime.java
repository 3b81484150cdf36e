package dev.postern.testserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What only one of several test JVMs may do at a time. */
final class OneAtATime {

    private OneAtATime() {}

    /** Waits until no other JVM does what has this name. Within a JVM the caller sees to it. */
    static void run(String name, Runnable work) {
        Path lock = Path.of("target", "testserver", name + ".lock");
        try {
            Files.createDirectories(lock.getParent());
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock(); // until it is closed
                work.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
