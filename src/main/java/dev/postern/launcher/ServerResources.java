package dev.postern.launcher;

import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.boot.AdminCommandRunner;

/** The server's side of the contract with the WAR: HTTP limits, the datasource, the connection factory and the queues. */
final class ServerResources {

    private static final String DATABASE_POOL = "postern-database";
    private static final String CONFIG = "configs.config.server-config.";
    private static final String HTTP = CONFIG + "network-config.protocols.protocol.http-listener.http.";
    private static final String LISTENER = CONFIG + "network-config.network-listeners.network-listener.http-listener.";
    private static final String TRANSPORT = CONFIG + "network-config.transports.transport.tcp.";

    private final LauncherSettings settings;

    ServerResources(LauncherSettings settings) {
        this.settings = settings;
    }

    /** Before the server boots: nothing here needs a running container. */
    void configure(AdminCommandRunner runner) {
        set(runner, CONFIG + "phone-home-runtime-configuration.enabled", "false");
        set(runner, CONFIG + "hazelcast-config-specific-configuration.enabled", "false");
        set(runner, CONFIG + "ejb-container.ejb-timer-service.ejb-timer-service", "Dummy");
        set(runner, LISTENER + "address", settings.address());
        // Nobody sees the server's own "not found" page: see open().
        set(runner, LISTENER + "enabled", "false");
        set(runner, HTTP + "server-header", "false");
        set(runner, HTTP + "xpowered-by", "false");
        set(runner, HTTP + "trace-enabled", "false");
        set(runner, HTTP + "xframe-options", "false");
        set(runner, HTTP + "max-connections", "-1");
        set(runner, HTTP + "max-form-post-size-bytes", "1048576");
        set(runner, HTTP + "timeout-seconds", "30");
        // A worker waits this long for the next bytes of a body, or for a reader of the answer.
        set(runner, TRANSPORT + "read-timeout-millis", "5000");
        set(runner, TRANSPORT + "write-timeout-millis", "30000");
        // Whoever has read a request answers it, while another thread goes on listening: docs/adr/0091.
        set(runner, TRANSPORT + "io-strategy", "org.glassfish.grizzly.strategies.LeaderFollowerNIOStrategy");
        // Otherwise a thread that is busy for 15 minutes is interrupted. The one that listens is, when nobody asks
        // anything, and then
        // turns round and round. What holds a request too long has limits of its own.
        set(runner, HTTP + "request-timeout-seconds", "-1");
    }

    /** After the boot and before the WAR: what the WAR finds by name. */
    void create(AdminCommandRunner runner) {
        createDatasource(runner, settings.database());
        if (!settings.database().isEmbedded()) {
            requireDatabase(runner);
        }
        run(
                runner,
                "create-connector-connection-pool",
                "--raname",
                "activemq-rar",
                "--connectiondefinition",
                "jakarta.jms.ConnectionFactory",
                "--transactionsupport",
                "NoTransaction",
                "--steadypoolsize",
                "1",
                "--maxpoolsize",
                "32",
                "--maxwait",
                "2000",
                "postern-jms");
        run(runner, "create-connector-resource", "--poolname", "postern-jms", "jms/postern/factory");
        createQueue(runner, "jms/postern/events", "postern.events");
        createQueue(runner, "jms/postern/notifications", "postern.notifications");
        createQueue(runner, "jms/postern/logouts", "postern.logouts");
    }

    /** The listener accepts connections from now on. */
    static void open(AdminCommandRunner runner) {
        set(runner, LISTENER + "enabled", "true");
    }

    /** The listener is gone, with every connection. */
    static void close(AdminCommandRunner runner) {
        runner.run("set", LISTENER + "enabled=false");
    }

    private static void createDatasource(AdminCommandRunner runner, Database database) {
        run(
                runner,
                "create-jdbc-connection-pool",
                "--restype",
                "java.sql.Driver",
                "--driverclassname",
                database.driver(),
                "--steadypoolsize",
                "2",
                "--maxpoolsize",
                Integer.toString(database.poolSize()),
                "--maxwait",
                "1500",
                "--isconnectvalidatereq",
                "true",
                "--validationmethod",
                "custom-validation",
                "--validationclassname",
                "org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
                "--validateatmostonceperiod",
                "1",
                // Each broken connection is found by itself: closing all at once would take them from under whoever has
                // just been given one.
                "--failconnection",
                "false",
                // The wrappers look for each method by its name and time every statement, for listeners that nobody
                // has.
                "--wrapjdbcobjects",
                "false",
                // By reference, so that the password is not written into the server's configuration on disk.
                "--property",
                "URL=${MPCONFIG\\=postern.database-url}"
                        + ":user=${MPCONFIG\\=postern.database-user}"
                        + ":password=${MPCONFIG\\=postern.database-password}",
                DATABASE_POOL);
        run(runner, "create-jdbc-resource", "--connectionpoolid", DATABASE_POOL, "jdbc/postern");
    }

    /** Before the WAR is deployed: the launcher knows all three settings, and has the driver's words. */
    private static void requireDatabase(AdminCommandRunner runner) {
        ClusterCommandResult answer = runner.run("ping-connection-pool", DATABASE_POOL);
        if (answer.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
            Commands.exit(
                    1,
                    "Postern did not start: the database cannot be reached (settings POSTERN_DATABASE_URL, POSTERN_DATABASE_USER,"
                            + " POSTERN_DATABASE_PASSWORD; docs/operations.md): " + Server.reason(answer));
        }
    }

    private static void createQueue(AdminCommandRunner runner, String name, String queue) {
        run(
                runner,
                "create-admin-object",
                "--restype",
                "jakarta.jms.Queue",
                "--raname",
                "activemq-rar",
                "--property",
                "PhysicalName=" + queue,
                name);
    }

    private static void set(AdminCommandRunner runner, String name, String value) {
        run(runner, "set", name + "=" + value);
    }

    private static void run(AdminCommandRunner runner, String command, String... arguments) {
        ClusterCommandResult result = runner.run(command, arguments);
        if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
            Commands.exit(1, "Postern did not start: " + command + ": " + Server.reason(result));
        }
    }
}
