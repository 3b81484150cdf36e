package dev.postern.launcher;

import fish.payara.micro.boot.AdminCommandRunner;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The orderly end: for the time of {@code postern.drain-seconds} everybody is served, but the server says that it is not ready; then requests
 * under way are finished while new ones are refused; then the listener closes, so that nobody meets the pages of a server that takes its
 * applications down; then the process ends. Ctrl-C, and a second signal, do without the first of these.
 */
final class Stop {

    /** Tells the application how far the stop has come: {@code draining}, or {@code true} to refuse what comes from now on. */
    static final String STOPPING = "postern.launcher.stopping";

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);
    private static final int BY_SIGNAL = 128;
    private static final String TERMINATE = "TERM";

    private final AdminCommandRunner runner;
    private final Duration drain;
    private final AtomicBoolean called = new AtomicBoolean();

    Stop(AdminCommandRunner runner, Duration drain) {
        this.runner = runner;
        this.drain = drain;
    }

    /**
     * A shutdown hook would run beside the server's own. {@code sun.misc.Signal} is supported (JEP 260), but has no name that the compiler
     * lets pass.
     */
    void onSignals() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object stop = Proxy.newProxyInstance(
                    Stop.class.getClassLoader(),
                    new Class<?>[] {handler},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "handle" -> {
                            boolean drains =
                                    TERMINATE.equals(signal.getMethod("getName").invoke(arguments[0]));
                            end(BY_SIGNAL + (int) signal.getMethod("getNumber").invoke(arguments[0]), drains);
                            yield null;
                        }
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == arguments[0];
                        default -> "postern-stop";
                    });
            for (String name : new String[] {TERMINATE, "INT"}) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), stop);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException unsupported) {
            System.getLogger(Stop.class.getName())
                    .log(System.Logger.Level.DEBUG, "This Java leaves signals to itself", unsupported);
        }
    }

    void end(int code, boolean drains) {
        try {
            if (called.compareAndSet(false, true) && drains && !drain.isZero()) {
                System.setProperty(STOPPING, "draining");
                Thread.sleep(drain.toMillis());
            }
            System.setProperty(STOPPING, "true");
            Thread.sleep(LAST_ANSWERS.toMillis());
            ServerResources.close(runner);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            System.exit(code);
        }
    }
}
