package dev.postern.identity.administration.change;

import dev.postern.identity.administration.change.AdministrationRefused.Reason;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.BuiltInClients;

/** Who may change an object: what a file or the product itself decides about is changed there. */
public final class Owners {

    /** The owner of what administrators make by console or API. */
    public static final String CONSOLE = "console";

    private static final String FILE = "file:";

    private Owners() {}

    /** The name of the file that decides about what this owner has; empty if none does. */
    public static String file(String owner) {
        return owner.startsWith(FILE) ? owner.substring(FILE.length()) : "";
    }

    /** Whether administrators change it here. */
    public static boolean areOurs(String owner) {
        return !owner.startsWith(FILE) && !owner.equals(BuiltInClients.OWNER);
    }

    /** @throws AdministrationRefused if the object is changed elsewhere; it says where */
    public static void requireOurs(String owner) {
        if (owner.startsWith(FILE)) {
            throw AdministrationRefused.because(Reason.OWNED, Rule.OWNED_BY_FILE, file(owner));
        }
        if (owner.equals(BuiltInClients.OWNER)) {
            throw AdministrationRefused.because(Reason.OWNED, Rule.OWNED_BY_SERVER);
        }
    }
}
