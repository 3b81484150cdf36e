package dev.postern.platform;

import java.lang.System.Logger.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a start does and what may fail in it. The reason is one line in the log, whatever the server makes of the exception, and the
 * exception ends the deployment: nothing is half started.
 */
public final class Starting {

    /** Our launcher asks for the reason, to say it last, by setting this. */
    private static final String ASKED = "postern.launcher.notices";

    private static final String REFUSAL = "postern.launcher.refusal";

    private static final System.Logger LOG = System.getLogger(Starting.class.getName());

    private Starting() {}

    public static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            String reason = reason(failure);
            if (System.getProperty(ASKED) != null) {
                System.setProperty(REFUSAL, reason);
            }
            LOG.log(
                    Level.ERROR,
                    "Postern did not start: " + reason
                            + " (settings: docs/configuration.md; this server: its guide in server-config)");
            throw failure;
        }
    }

    /** What we say ourselves, or else what was at the bottom of it. */
    static String reason(Throwable failure) {
        Throwable told = causes(failure)
                .filter(cause -> cause.getClass() == IllegalStateException.class)
                .findFirst()
                .orElseGet(() -> causes(failure).reduce((outer, inner) -> inner).orElse(failure));
        @Nullable String message = told.getMessage();
        return (message == null ? told.toString() : message).strip().replaceAll("\\s+", " ");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
