package dev.postern.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.FreePort;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** While the server starts nobody gets a page of the container's: no connection, or an answer of ours. */
class NoForeignPagesIT {

    private final int port = FreePort.find();
    private final Set<String> answers = new ConcurrentSkipListSet<>();

    @Test
    void refuses_connections_until_the_application_answers() throws Exception {
        Thread caller = new Thread(this::callOnAndOn, "caller");
        caller.start();
        try (TestServer server = TestServer.fresh(
                Mode.EMBEDDED,
                Map.of("POSTERN_PORT", Integer.toString(port), "POSTERN_ISSUER", "http://localhost:" + port))) {
            assertThat(server.issuer()).endsWith(":" + port);
            assertThat(answers).allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 200"));
        } finally {
            caller.interrupt();
            caller.join();
        }
    }

    private void callOnAndOn() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream()
                        .write(("GET /status/live HTTP/1.1\r\nHost: localhost:" + port
                                        + "\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                answers.add(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .replaceAll("(?m)^(Date|X-Request-Id):.*\r\n", ""));
            } catch (IOException nobodyThere) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
