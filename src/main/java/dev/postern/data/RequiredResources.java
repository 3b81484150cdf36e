package dev.postern.data;

import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * What the server has to give, looked for by name before anything starts: else each server would say in its own way, and some only when it
 * is first used, that one is missing.
 */
public final class RequiredResources {

    /** As web.xml declares them. */
    private static final List<String> NAMES = List.of(
            "jdbc/postern",
            "jms/postern/factory",
            "jms/postern/events",
            "jms/postern/notifications",
            "jms/postern/logouts");

    private RequiredResources() {}

    /** @throws IllegalStateException that names the first one that is missing */
    public static void check() {
        NAMES.forEach(RequiredResources::check);
    }

    @SuppressWarnings("BanJNDI") // the names are ours, and the server's own tree is all that is looked into
    private static void check(String name) {
        try {
            InitialContext.<Object>doLookup("java:comp/env/" + name);
        } catch (NamingException missing) {
            throw new IllegalStateException(
                    "the server has no resource " + name + ", which the configuration in server-config makes", missing);
        }
    }
}
