package dev.postern.spec.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who never finish their headers or bodies hold no worker for long. */
class UnfinishedRequestsIT {

    private static final int MORE_THAN_WORKERS = 350;

    /** Bytes, one every quarter of a second: far longer than a body may take. */
    private static final int DROPS = 240;

    private static final String BEGUN_FORM = "POST %s HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ngrant_type=";

    private static TestServer own;

    @BeforeAll
    static void start() {
        own = TestServer.fresh(Mode.EMBEDDED, Map.of("POSTERN_REQUEST_BODY_TIMEOUT", "1s"));
    }

    @AfterAll
    static void stop() {
        own.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/authorize", "/interaction/login", "/first-admin/confirm", "/app/refused-call"})
    void a_body_that_comes_in_drops_is_answered_before_it_ends(String path) throws Exception {
        try (Socket socket = new RawHttp(own.port()).begin(BEGUN_FORM.formatted(path))) {
            socket.setSoTimeout(250);
            String answer = "";
            for (int drop = 0; drop < DROPS && !answer.contains("\r\n"); drop++) {
                socket.getOutputStream().write('x');
                socket.getOutputStream().flush();
                answer += read(socket.getInputStream());
            }
            assertThat(answer).startsWith("HTTP/1.1 408 ").containsIgnoringCase("connection: close");
        }
    }

    @Test
    void unfinished_headers_do_not_stop_others() throws IOException {
        assertOthersAreServed("GET /jwks HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    }

    @Test
    void unfinished_bodies_do_not_stop_others() throws IOException {
        assertOthersAreServed(BEGUN_FORM.formatted("/token"));
    }

    private static void assertOthersAreServed(String unfinished) throws IOException {
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

    /** What there is within the socket's time-out. */
    private static String read(InputStream in) throws IOException {
        try {
            byte[] buffer = new byte[4096];
            int length = in.read(buffer);
            return length < 0 ? "\r\n" : new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
        } catch (SocketTimeoutException nothingYet) {
            return "";
        }
    }
}
