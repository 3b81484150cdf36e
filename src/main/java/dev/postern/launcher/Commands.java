package dev.postern.launcher;

import java.util.List;

/**
 * The subcommands of the runnable jar: {@code start}, which no argument means too, {@code settings}, {@code rotate-keys}, and {@code plan},
 * {@code apply} and {@code export} for configuration files.
 */
final class Commands {

    private static final int USAGE = 2;

    private static final String USE =
            "Usage: java -jar postern.jar [start | settings | rotate-keys [algorithm...] | plan FILE [--prune]"
                    + " | apply FILE [--prune] | export]; settings are in the environment";

    private Commands() {}

    static void run(String[] arguments) {
        String command = arguments.length == 0 ? "start" : arguments[0];
        try {
            switch (command) {
                case "start" -> Server.start(settings());
                case "settings" -> System.out.println(listing());
                case "rotate-keys" ->
                    System.out.println(new RotateKeys(
                                    settings().dataDirectory(),
                                    List.of(arguments).subList(1, arguments.length))
                            .run());
                case "plan", "apply", "export" ->
                    System.exit(new ConfigurationCommand(System.getenv())
                            .run(command, List.of(arguments).subList(1, arguments.length)));
                default -> exit(USAGE, USE);
            }
        } catch (StartRefused refused) {
            exit(1, refused.getMessage());
        }
    }

    private static String listing() {
        return new ListSettings(LauncherSettings.sources(System.getProperties(), System.getenv()), settings()).text();
    }

    private static LauncherSettings settings() {
        return LauncherSettings.read(System.getProperties(), System.getenv());
    }

    /** Ends the process at once: a half-started server has nothing worth an orderly stop. */
    static void exit(int code, String line) {
        System.out.flush();
        System.err.println(line);
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }
}
