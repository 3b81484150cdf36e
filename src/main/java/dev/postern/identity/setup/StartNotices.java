package dev.postern.identity.setup;

import dev.postern.platform.Service;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Tells whoever started the server what only they may read: passwords and links that were just made.
 *
 * <p>It writes to the process's own standard output, past the server's logging, so that none of it lands in a log file. Our launcher
 * shows it below its own banner instead: it asks for it by setting the system property {@value #HANDED_OVER} to empty, and clears it
 * as soon as the server is up.
 */
@Service
class StartNotices {

    static final String HANDED_OVER = "postern.launcher.notices";

    void show(String text) {
        String before = System.getProperty(HANDED_OVER);
        if (before != null) {
            System.setProperty(HANDED_OVER, before.isEmpty() ? text : before + "\n\n" + text);
            return;
        }
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println(text);
    }
}
