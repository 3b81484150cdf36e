package dev.postern.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Payara Micro with our settings, resources and archives. */
final class Server {

    /** Where the application leaves what only whoever started the server may read. */
    private static final String NOTICES = "postern.launcher.notices";

    /** Where the application leaves the reason, in one line, when it refuses its set-up: failed deployments lose it. */
    private static final String REFUSAL = "postern.launcher.refusal";

    /** More than may work, wait for their bodies and wait for their passwords together, so that a refusal always finds one. */
    private static final int HTTP_THREADS = 320;

    private static final int LONGEST_REASON = 400;

    private Server() {}

    /** Returns when the server serves; the process then lives until it gets a signal. */
    static void start(LauncherSettings settings) {
        StartChecks.run(settings);
        Workspace workspace = Workspace.claim(settings.dataDirectory());
        Parts parts = Parts.unpack(workspace, settings.jsonLog());
        settings.published().forEach(System::setProperty);
        endIdleConnectionsFirst();
        System.setProperty("java.util.logging.config.file", parts.logging().toString());
        // Past the server's logging, which takes System.out: what is printed here holds passwords that were just made.
        PrintStream console = System.out;
        System.setProperty(NOTICES, "");
        boot(settings, parts, workspace);
        console.println(banner(settings, String.valueOf(System.clearProperty(NOTICES))));
        if (Boolean.getBoolean("postern.stop-with-parent")) {
            stopWithParent();
        }
    }

    /** Our parts call each other: no request must go out on a connection that the server, at 30 s, is just closing. */
    private static void endIdleConnectionsFirst() {
        String seconds = "jdk.httpclient.keepalive.timeout";
        System.setProperty(seconds, System.getProperty(seconds, "20"));
    }

    /** For {@code mvn -Prun}: whoever ends only Maven means the server too. */
    private static void stopWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            parent.onExit().join();
            System.exit(0);
        });
    }

    private static void boot(LauncherSettings settings, Parts parts, Workspace workspace) {
        ServerResources resources = new ServerResources(settings);
        PayaraMicro.setUpackedJarDir(workspace.runtime().toFile());
        PayaraMicroBoot micro = PayaraMicro.getInstance();
        micro.setRootDir(workspace.domain().toFile())
                .setHttpPort(settings.port())
                .setMinHttpThreads(16)
                .setMaxHttpThreads(HTTP_THREADS)
                .setNoHazelcast(true)
                .setNoCluster(true)
                .setPrintLogo(false)
                .setLogPropertiesFile(parts.logging().toFile())
                .setPreBootHandler(resources::configure)
                .setPostBootHandler(runner -> {
                    deploy(runner, parts.resourceAdapter(), "activemq-rar", "rar");
                    resources.create(runner);
                    deploy(runner, parts.application(), "postern", "war");
                    open(runner, settings);
                    new Stop(runner, settings.drain()).onSignals();
                });
        try {
            micro.bootStrap();
        } catch (BootstrapException failed) {
            throw new StartRefused("The server did not start: " + reason(failed));
        }
    }

    private static void open(AdminCommandRunner runner, LauncherSettings settings) {
        try {
            StartChecks.requireFreePort(settings.address(), settings.port());
        } catch (StartRefused taken) {
            Commands.exit(1, taken.getMessage());
        }
        ServerResources.open(runner);
    }

    private static void deploy(AdminCommandRunner runner, Path archive, String name, String type) {
        ClusterCommandResult result = "war".equals(type)
                ? runner.run("deploy", "--name", name, "--contextroot", "/", archive.toString())
                : runner.run("deploy", "--name", name, "--type", type, archive.toString());
        if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
            String refusal = System.getProperty(REFUSAL);
            Commands.exit(1, "Postern did not start: " + (refusal == null ? reason(result) : refusal));
        }
    }

    /** The innermost cause, or what the command printed: one line, without the command's usage. */
    static String reason(ClusterCommandResult result) {
        Throwable cause = result.getFailureCause();
        return cause == null ? oneLine(result.getOutput()) : reason(cause);
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return oneLine(cause.toString());
    }

    private static String oneLine(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "see the log above";
        }
        String line = text.replaceFirst("(?s)Usage:.*", "")
                .replaceFirst("^PlainTextActionReporter(FAILURE|SUCCESS)", "")
                .strip()
                .replaceAll("\\s+", " ");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "..." : line;
    }

    private static String banner(LauncherSettings settings, String notices) {
        return """

                --------------------------------------------------------------------
                 Postern is ready at %s
                 Data: %s
                 Ctrl-C stops it.
                %s--------------------------------------------------------------------
                """.formatted(
                        settings.issuer(), settings.dataDirectory(), notices.isEmpty() ? "" : "\n" + notices + "\n");
    }
}
