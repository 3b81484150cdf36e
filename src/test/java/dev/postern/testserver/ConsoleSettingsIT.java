package dev.postern.testserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A setting that was made in the server's own console counts over the default and under the environment, and is listed as that. */
class ConsoleSettingsIT {

    /** Servers whose console keeps our settings beside this one, which the shipped script makes, in the file of the configuration. */
    private static final Set<Product> LISTED = Set.of(Product.WILDFLY, Product.OPEN_LIBERTY);

    private static final String BESIDE = "<property name=\"postern.data-dir\"";

    private static String kept(String key, String value) {
        return "<property name=\"" + key + "\" value=\"" + value + "\"/>";
    }

    @Test
    void what_the_console_keeps_counts_over_the_default_and_the_environment_over_it() throws IOException {
        assumeTrue(LISTED.contains(Product.underTest()), "this server keeps settings elsewhere");
        try (SecondServer server = SecondServer.laid()) {
            Path file = server.configuration().orElseThrow();
            String text = Files.readString(file);
            assertThat(text).contains(BESIDE);
            Files.writeString(
                    file,
                    text.replace(
                            BESIDE,
                            kept("postern.app.enabled", "true") + kept("postern.purge.interval", "3m") + BESIDE));

            server.startAfresh(Map.of("POSTERN_PURGE_INTERVAL", "4m"));
            server.awaitReady();

            assertThat(Files.readString(server.dataDir().resolve("settings.txt")))
                    .containsPattern("(?m)^postern\\.app\\.enabled = true   \\(server, .+\\)$")
                    .contains("postern.purge.interval = 4m   (environment POSTERN_PURGE_INTERVAL)\n");
            assertThat(Loopback.answers(server.port(), "/app"))
                    .as("which is off by default")
                    .isTrue();
        }
    }
}
