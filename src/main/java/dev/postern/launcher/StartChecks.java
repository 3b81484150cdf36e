package dev.postern.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What must be true before the server boots, each with the line that says what to do. */
final class StartChecks {

    private StartChecks() {}

    static void run(LauncherSettings settings) {
        requireWritableDataDirectory(settings.dataDirectory());
        settings.setupFile().ifPresent(StartChecks::requireReadable);
        requireFreePort(settings.address(), settings.port());
    }

    private static void requireWritableDataDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "writable", ".tmp"));
        } catch (IOException | SecurityException refused) {
            throw new StartRefused("The data folder " + directory
                    + " cannot be written: correct its permissions or set POSTERN_DATA_DIR to another folder.");
        }
    }

    private static void requireReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StartRefused("The set-up file " + file.toAbsolutePath()
                    + " cannot be read: correct POSTERN_SETUP_FILE or the file's permissions.");
        }
    }

    /** Also right before the listener opens: the server boots for a while, and would not say that somebody was faster. */
    static void requireFreePort(String address, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (UnknownHostException unknown) {
            throw new StartRefused("The address " + address + " is unknown here: correct POSTERN_ADDRESS.");
        } catch (IOException taken) {
            throw new StartRefused("Port " + port + " of " + address + " cannot be opened (" + taken.getMessage()
                    + "): stop what uses it or set POSTERN_PORT to another port.");
        }
    }
}
