package dev.postern.data;

import java.time.Duration;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;

/**
 * What the server has to give, looked for by name before anything starts: else each server would say in its own way, and some only when it
 * is first used, that one is missing.
 *
 * <p>WildFly starts datasource and broker while it deploys us, so a name that is not there yet may still come.
 */
public final class RequiredResources {

    /** The factory last: WildFly makes its name only when the broker has started, and queues tell that it will. */
    private static final List<String> NAMES = List.of(
            "jdbc/postern",
            "jms/postern/events",
            "jms/postern/notifications",
            "jms/postern/logouts",
            "jms/postern/factory");

    private static final Duration UNTIL_IT_IS_NAMED = Duration.ofSeconds(10);

    /** A broker may have much to read. */
    private static final Duration UNTIL_IT_HAS_STARTED = Duration.ofMinutes(3);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Names names;
    private final Duration untilNamed;
    private final Duration untilStarted;

    RequiredResources(Names names, Duration untilNamed, Duration untilStarted) {
        this.names = names;
        this.untilNamed = untilNamed;
        this.untilStarted = untilStarted;
    }

    /** Where names are looked up. */
    @FunctionalInterface
    interface Names {
        Object find(String name) throws NamingException;
    }

    /** By look-up and not by {@code @Resource}, which WildFly wants to be there before anything of ours runs. */
    public static <T> T named(String name, Class<T> type) {
        try {
            return type.cast(lookUp(name));
        } catch (NamingException missing) {
            throw missing(name, missing);
        }
    }

    @SuppressWarnings("BanJNDI") // the names are ours, and the server's own tree is all that is looked into
    private static Object lookUp(String name) throws NamingException {
        return InitialContext.doLookup(name);
    }

    /** @throws IllegalStateException that names the first one that is missing */
    public static void check() {
        new RequiredResources(RequiredResources::lookUp, UNTIL_IT_IS_NAMED, UNTIL_IT_HAS_STARTED).requireAll();
    }

    void requireAll() {
        NAMES.forEach(this::require);
    }

    private void require(String name) {
        long begin = System.nanoTime();
        try {
            while (!isThere(name, Duration.ofNanos(System.nanoTime() - begin))) {
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (NamingException missing) {
            throw missing(name, missing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the start was interrupted", e);
        }
    }

    private static IllegalStateException missing(String name, NamingException failure) {
        return new IllegalStateException(
                "the server has no resource " + name + ", which the configuration in server-config makes", failure);
    }

    /** @throws NamingException if it is not, and will not be */
    private boolean isThere(String name, Duration waited) throws NamingException {
        try {
            names.find(name);
            return true;
        } catch (NameNotFoundException notYet) {
            // WildFly has this cause for a name whose service has not started.
            Duration patience = notYet.getCause() instanceof IllegalStateException ? untilStarted : untilNamed;
            if (waited.compareTo(patience) > 0) {
                throw notYet;
            }
            return false;
        }
    }
}
