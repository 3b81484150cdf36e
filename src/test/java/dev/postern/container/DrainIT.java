package dev.postern.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.TestServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** After SIGTERM load balancers are told to go elsewhere while everybody is served still; a second one ends that. */
class DrainIT {

    /** Nobody waits for its end: a second signal is enough. */
    private static final Map<String, String> LONG = Map.of("POSTERN_DRAIN_SECONDS", "600");

    /** 128 and the number of SIGTERM. */
    private static final int TERMINATED = 143;

    @Test
    void a_server_that_is_to_stop_says_so_and_goes_on_serving() throws Exception {
        try (TestServer server = TestServer.fresh(Mode.EMBEDDED, LONG)) {
            Browser browser = new Browser(server.issuer());
            assertThat(browser.get("/status/ready").status()).isEqualTo(200);
            terminate(server);
            Parallel.until(() -> browser.get("/status/ready").status() == 503);
            assertThat(browser.get("/status/ready").body()).contains("\"name\":\"Stopping\"");
            Page served = browser.get("/jwks");
            assertThat(served.status()).isEqualTo(200);
            assertThat(served.header("Connection")).isEqualTo("close");
            assertThat(server.stop()).isEqualTo(TERMINATED);
        }
    }

    private static void terminate(TestServer server) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-TERM", Long.toString(server.pid())).start().waitFor();
    }
}
