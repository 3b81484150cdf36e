package dev.postern.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.FreePort;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OnRunnableJar;
import dev.postern.testserver.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** While the server starts and while it stops, nobody gets a page of the container's: no connection, or an answer of ours. */
@OnRunnableJar("the launcher opens and closes the listener; other servers answer while they start")
class NoForeignPagesIT {

    /** 128 and the number of SIGTERM. */
    private static final int TERMINATED = 143;

    private final int port = FreePort.find();
    private final Set<String> answers = new ConcurrentSkipListSet<>();

    @Test
    void answers_itself_or_not_at_all() throws Exception {
        Thread caller = new Thread(this::callOnAndOn, "caller");
        caller.start();
        String log;
        try {
            TestServer server = TestServer.fresh(
                    Mode.EMBEDDED,
                    Map.of("POSTERN_PORT", Integer.toString(port), "POSTERN_ISSUER", "http://localhost:" + port));
            assertThat(answers).allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 200"));
            assertThat(server.stop()).isEqualTo(TERMINATED);
            log = server.log();
        } finally {
            caller.interrupt();
            caller.join();
        }
        assertThat(answers)
                .filteredOn(answer -> !answer.isEmpty() && !answer.startsWith("HTTP/1.1 200"))
                .allSatisfy(answer -> assertThat(answer)
                        .startsWith("HTTP/1.1 503")
                        .contains("Retry-After: 5\r\n")
                        .endsWith("The server is stopping.\n"));
        assertThat(log.lines().filter(line -> line.startsWith("\tat "))).isEmpty();
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
