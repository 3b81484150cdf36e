package dev.postern.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * {@code rotate-keys}: asks the server that runs on the same data folder to rotate its signing keys, and waits until it has. The request
 * is a file, since whoever may write into the data folder may read the master key there.
 */
final class RotateKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path dataDirectory;
    private final String algorithms;
    private final Path request;
    private final Path answer;

    /** @param algorithms whose keys are meant; none: all */
    RotateKeys(Path dataDirectory, List<String> algorithms) {
        this.dataDirectory = dataDirectory;
        this.algorithms = String.join(" ", algorithms);
        Path commands = dataDirectory.resolve("commands");
        this.request = commands.resolve("rotate-keys.request");
        this.answer = commands.resolve("rotate-keys.answer");
    }

    /** @return what to print: the keys that were activated, retired and made */
    String run() {
        try {
            requireRunningServer();
            Files.createDirectories(request.getParent());
            Files.deleteIfExists(answer);
            ask();
            return awaited();
        } catch (FileAlreadyExistsException e) {
            throw new StartRefused("Another rotation is under way: wait for it, or delete " + request + ".");
        } catch (IOException e) {
            throw new StartRefused("The folder " + request.getParent() + " cannot be used (" + e.getMessage()
                    + "): run this as the user that runs the server.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted; the server may rotate its keys all the same.");
        }
    }

    /** In one step, so that the server does not read half of it. */
    private void ask() throws IOException {
        if (Files.exists(request)) {
            throw new FileAlreadyExistsException(request.toString());
        }
        Path written = Files.writeString(request.resolveSibling("rotate-keys.part"), algorithms);
        Files.move(written, request);
    }

    /** A server holds the lock of its workspace as long as it lives. */
    private void requireRunningServer() throws IOException {
        Path lock = dataDirectory.resolve("server").resolve("lock");
        if (Files.exists(lock) && isHeld(lock)) {
            return;
        }
        throw new StartRefused("No server runs on the data folder " + dataDirectory
                + ": set POSTERN_DATA_DIR to that of the server whose keys are meant.");
    }

    private static boolean isHeld(Path lock) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken == null;
        }
    }

    private String awaited() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (Files.exists(answer)) {
                return outcome(Files.readString(answer));
            }
            Thread.sleep(PAUSE.toMillis());
        }
        Files.deleteIfExists(request);
        throw new StartRefused("The server did not answer within " + PATIENCE.toSeconds() + " s: see its log.");
    }

    private String outcome(String text) throws IOException {
        Files.deleteIfExists(answer);
        if (text.startsWith("done\n")) {
            return text.substring("done\n".length());
        }
        throw new StartRefused("The keys were not rotated: " + text.substring(text.indexOf('\n') + 1));
    }
}
