package dev.postern.launcher;

/** The subcommands of the runnable jar; no argument starts the server. */
final class Commands {

    private static final int USAGE = 2;

    private Commands() {}

    static void run(String[] arguments) {
        String command = arguments.length == 0 ? "start" : arguments[0];
        try {
            switch (command) {
                case "start" -> Server.start(LauncherSettings.read(System.getProperties(), System.getenv()));
                default ->
                    exit(USAGE, "Usage: java -jar postern.jar (starts the server; settings are in the environment)");
            }
        } catch (StartRefused refused) {
            exit(1, refused.getMessage());
        }
    }

    /** Ends the process at once: a half-started server has nothing worth an orderly stop. */
    static void exit(int code, String line) {
        System.out.flush();
        System.err.println(line);
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }
}
