package dev.postern.testserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A setting that was made in the server's own console counts over the default and under the environment, and is listed as that. */
class ConsoleSettingsIT {

    private static final Map<String, String> ENVIRONMENT = Map.of("POSTERN_PURGE_INTERVAL", "4m");

    private static final Map<String, String> KEPT =
            Map.of("postern.app.enabled", "true", "postern.purge.interval", "3m");

    @Test
    void what_the_console_keeps_counts_over_the_default_and_the_environment_over_it() throws IOException {
        assumeTrue(Product.underTest() != Product.RUNNABLE_JAR, "there is no server beside the application");
        try (SecondServer server = SecondServer.laid()) {
            startWithWhatTheConsoleKeeps(server);

            assertThat(Files.readString(server.dataDir().resolve("settings.txt")))
                    .containsPattern("(?m)^postern\\.app\\.enabled = true   \\(server, .+\\)$")
                    .contains("postern.purge.interval = 4m   (environment POSTERN_PURGE_INTERVAL)\n");
            assertThat(Loopback.answers(server.port(), "/app"))
                    .as("which is off by default")
                    .isTrue();
        }
    }

    private static void startWithWhatTheConsoleKeeps(SecondServer server) throws IOException {
        switch (Product.underTest()) {
            case WILDFLY, OPEN_LIBERTY ->
                startWithMoreIn(server, "<property name=\"postern.data-dir\"", "<property name=\"%s\" value=\"%s\"/>");
            case PAYARA_MICRO ->
                startWithMoreIn(
                        server,
                        "deploy --name postern ",
                        "set-config-property --source=domain --propertyName=%s --propertyValue=%s\n");
            case PAYARA_SERVER -> startAndTell(server);
            case RUNNABLE_JAR -> throw new IllegalStateException("it has no console");
        }
        server.awaitReady();
    }

    /** The file of the configuration has our settings where the shipped script has put this one, or this command. */
    private static void startWithMoreIn(SecondServer server, String neighbour, String line) throws IOException {
        Path file = server.configuration().orElseThrow();
        String text = Files.readString(file);
        assertThat(text).contains(neighbour);
        String kept = KEPT.entrySet().stream()
                .map(entry -> line.formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        Files.writeString(file, text.replace(neighbour, kept + neighbour));
        server.startAfresh(ENVIRONMENT);
    }

    /** By the command of the guide; the console does the same. */
    private static void startAndTell(SecondServer server) {
        Path file = server.configuration().orElseThrow();
        server.startAfresh(ENVIRONMENT);
        server.awaitReady();
        KEPT.forEach((key, value) -> PayaraServer.administer(
                file, "set-config-property", "--source=domain", "--propertyName=" + key, "--propertyValue=" + value));
        server.restart();
    }
}
