package dev.postern.launcher;

import fish.payara.micro.boot.AdminCommandRunner;
import java.lang.reflect.Proxy;
import java.time.Duration;

/**
 * The orderly end: requests under way are finished while new ones are refused; then the listener closes, so that nobody meets the pages
 * of a server that takes its applications down; then the process ends.
 */
final class Stop {

    /** Tells the application to refuse what comes from now on. */
    static final String STOPPING = "postern.launcher.stopping";

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);
    private static final int BY_SIGNAL = 128;

    private final AdminCommandRunner runner;

    Stop(AdminCommandRunner runner) {
        this.runner = runner;
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
                            end(BY_SIGNAL + (int) signal.getMethod("getNumber").invoke(arguments[0]));
                            yield null;
                        }
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == arguments[0];
                        default -> "postern-stop";
                    });
            for (String name : new String[] {"TERM", "INT"}) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), stop);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException unsupported) {
            System.getLogger(Stop.class.getName())
                    .log(System.Logger.Level.DEBUG, "This Java leaves signals to itself", unsupported);
        }
    }

    void end(int code) {
        System.setProperty(STOPPING, "true");
        try {
            Thread.sleep(LAST_ANSWERS.toMillis());
            ServerResources.close(runner);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            System.exit(code);
        }
    }
}
