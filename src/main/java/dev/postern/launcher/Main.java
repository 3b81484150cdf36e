package dev.postern.launcher;

/**
 * The main class of the runnable jar. It is compiled for Java 8 and uses nothing newer, so that an old Java can still say
 * which Java it needs.
 */
public final class Main {

    private static final int OLDEST_JAVA = 17;

    private Main() {}

    public static void main(String[] arguments) {
        if (javaVersion() < OLDEST_JAVA) {
            System.err.println("Postern needs Java " + OLDEST_JAVA + " or newer, and this is Java "
                    + System.getProperty("java.version") + " (" + System.getProperty("java.home")
                    + "): start it with a newer one.");
            System.exit(1);
        }
        Commands.run(arguments);
    }

    private static int javaVersion() {
        String version = System.getProperty("java.specification.version");
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }
}
