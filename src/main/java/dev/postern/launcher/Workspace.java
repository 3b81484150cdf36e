package dev.postern.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The folder {@code server} in the data folder: what is unpacked for the server. Nothing in it is worth keeping; the application
 * and the server's own configuration in it are written anew at each start, from our settings.
 */
final class Workspace {

    private final Path directory;

    /**
     * Never closed: the system frees it with the process, however that ends. Held by the class, since a channel that nobody can reach
     * any more is closed, and its lock with it.
     */
    private static final List<FileChannel> LOCKS = new CopyOnWriteArrayList<>();

    private Workspace(Path directory) {
        this.directory = directory;
    }

    /** Takes the data folder for this process alone. */
    static Workspace claim(Path dataDirectory) {
        Path directory = dataDirectory.resolve("server");
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw inUse(dataDirectory);
            }
            LOCKS.add(channel);
            Workspace workspace = new Workspace(directory);
            clear(workspace.domain());
            clear(workspace.application());
            return workspace;
        } catch (OverlappingFileLockException here) {
            throw inUse(dataDirectory);
        } catch (IOException refused) {
            throw new StartRefused("The folder " + directory + " cannot be used (" + refused.getMessage()
                    + "): correct its permissions or set POSTERN_DATA_DIR to another folder.");
        }
    }

    Path directory() {
        return directory;
    }

    Path domain() {
        return directory.resolve("domain");
    }

    /** The application, laid out anew at each start. */
    Path application() {
        return directory.resolve("application");
    }

    Path runtime() {
        return directory.resolve("runtime");
    }

    private static StartRefused inUse(Path dataDirectory) {
        return new StartRefused("The data folder " + dataDirectory
                + " is in use by another server: stop that one or set POSTERN_DATA_DIR to another folder.");
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
