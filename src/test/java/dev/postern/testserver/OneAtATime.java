package dev.postern.testserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What test JVMs that run side by side do one at a time, or what only the first of them does. */
final class OneAtATime {

    private OneAtATime() {}

    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /** Waits until nobody does what has this name. */
    static synchronized void run(String name, Work work) {
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

    /** Once in a run of Maven for each Java. @param mark a file in what the work makes, which tells that it was done */
    static void once(String name, Path mark, Work work) {
        run(name, () -> {
            if (!Files.exists(mark) || !Files.readString(mark).equals(thisRun())) {
                work.run();
                Files.writeString(mark, thisRun());
            }
        });
    }

    /** The same in all test JVMs that one run of Maven starts for one Java. */
    private static String thisRun() {
        long alone = ProcessHandle.current().pid();
        return System.getProperty("postern.test.run", Long.toString(alone)) + " " + TestJava.home();
    }
}
