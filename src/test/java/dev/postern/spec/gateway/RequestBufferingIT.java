package dev.postern.spec.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** nginx gathers a body before a node hears of the request: the node here is a port that sees every connection. */
class RequestBufferingIT {

    private static final int QUIET_MILLIS = 700;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int MORE_THAN_ALLOWED = 110;
    private static final int PIECES = 4;
    private static final String PIECE = "grant_type=client_credentials&p=".repeat(8);

    private ServerSocket node;
    private Nginx nginx;

    @BeforeEach
    void start() throws Exception {
        node = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        nginx = new Nginx(node.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        nginx.close();
        node.close();
    }

    @Test
    void a_body_that_comes_slowly_reaches_the_node_when_it_is_whole_and_at_once() throws Exception {
        try (SSLSocket caller = nginx.connect()) {
            send(
                    caller,
                    "POST /token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                            + PIECES * PIECE.length() + "\r\n\r\n");
            for (int i = 1; i < PIECES; i++) {
                send(caller, PIECE);
                assertNothingReachesTheNode();
            }
            send(caller, PIECE);

            assertThat(answeredByTheNode()).startsWith("POST /token ").endsWith(PIECE.repeat(PIECES));
            assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 204 ");
        }
    }

    @Test
    void a_body_that_ends_too_soon_never_reaches_it() throws Exception {
        try (SSLSocket caller = nginx.connect()) {
            send(caller, "POST /token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n" + PIECE);
        }
        assertNothingReachesTheNode();
    }

    @Test
    void one_address_has_no_more_than_a_hundred_connections_at_work() throws Exception {
        List<SSLSocket> callers = new ArrayList<>();
        try {
            for (int i = 0; i < MORE_THAN_ALLOWED; i++) {
                callers.add(nginx.connect());
                send(callers.get(i), "POST /token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");
            }
            assertThat(nginx.raw("GET /jwks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 429 ")
                    .contains("Retry-After: 1");
        } finally {
            for (SSLSocket caller : callers) {
                caller.close();
            }
        }
    }

    private void assertNothingReachesTheNode() throws IOException {
        node.setSoTimeout(QUIET_MILLIS);
        assertThatThrownBy(() -> node.accept().close()).isInstanceOf(SocketTimeoutException.class);
    }

    /** The request as a whole, once nginx connects. */
    private String answeredByTheNode() throws IOException {
        node.setSoTimeout(PATIENCE_MILLIS);
        try (Socket connection = node.accept()) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            String request = "";
            byte[] buffer = new byte[8192];
            while (!request.endsWith(PIECE.repeat(PIECES))) {
                int length = connection.getInputStream().read(buffer);
                assertThat(length).as(request).isPositive();
                request += new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
            }
            send(connection, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
            return request;
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
