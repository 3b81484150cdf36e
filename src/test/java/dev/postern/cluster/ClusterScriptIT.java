package dev.postern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.ChildProcess;
import dev.postern.testserver.FreePort;
import dev.postern.testserver.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The one command of server-config/cluster. It takes a minute, and installs ActiveMQ's Debian package where that is missing. */
@EnabledIfEnvironmentVariable(named = "POSTERN_CLUSTER_SCRIPT", matches = "true")
class ClusterScriptIT {

    private static final int INTERRUPTED = 130;

    @Test
    void starts_everything_and_ctrl_c_stops_everything() throws IOException {
        Path folder =
                Files.createDirectories(Path.of("target", "cluster-script").toAbsolutePath());
        Path log = folder.resolve("script-" + System.nanoTime() + ".log");
        int port = FreePort.find();
        ChildProcess script = ChildProcess.start(
                "cluster.sh",
                log,
                Map.of(
                        "CLUSTER_DIR", folder.resolve("parts").toString(),
                        "CLUSTER_PORT", Integer.toString(port)),
                List.of(Path.of("server-config/cluster/cluster.sh")
                        .toAbsolutePath()
                        .toString()));
        script.awaitUntil(() -> text(log).contains("Two nodes answer in turn"), Duration.ofMinutes(5));
        assertThat(text(log)).contains("http://localhost:" + port);

        Browser browser = new Browser("http://localhost:" + port);
        assertThat(browser.get("/status/ready").status()).isEqualTo(200);
        String one = browser.get("/jwks").header("X-Node");
        assertThat(browser.get("/jwks").header("X-Node")).isNotEqualTo(one);

        script.signal("INT");
        assertThat(script.awaitExit(Duration.ofMinutes(2))).isEqualTo(INTERRUPTED);
        for (int i = 0; i < 6; i++) {
            assertThat(Loopback.accepts(port + i)).isFalse();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
