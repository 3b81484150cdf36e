package dev.postern.spec.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Callers who never finish their headers or bodies hold no worker for long. */
class UnfinishedRequestsIT {

    private static final int MORE_THAN_WORKERS = 300;

    @Test
    void unfinished_headers_do_not_stop_others() throws IOException {
        try (TestServer own = TestServer.fresh(Mode.EMBEDDED, Map.of())) {
            assertOthersAreServed(own, "GET /jwks HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            assertOthersAreServed(
                    own,
                    "POST /token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: 1000\r\n\r\ngrant_type=");
        }
    }

    private static void assertOthersAreServed(TestServer own, String unfinished) throws IOException {
        RawHttp http = new RawHttp(own.port());
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MORE_THAN_WORKERS; i++) {
                slow.add(http.begin(unfinished));
            }
            // The socket's own patience (20 s) bounds this: with every worker held for good, no answer would come at
            // all.
            RawHttp.Answer answer = http.send("GET /jwks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer.status()).as(unfinished).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
