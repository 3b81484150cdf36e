package dev.postern.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {

    private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private ServerSocket listener;
    private HttpConnection connection;

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        connection =
                new HttpConnection(new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort()));
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        listener.close();
    }

    @Test
    void reads_status_length_cookies_and_location_whatever_the_case_of_the_names() {
        answers(
                "HTTP/1.1 303 See Other\r\nCONTENT-length: 2\r\nset-cookie: a=b; Path=/\r\nLocation: http://x/y\r\n\r\nok");

        HttpAnswer answer = connection.exchange(REQUEST);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("http://x/y");
        assertThat(answer.setCookies()).containsExactly("a=b; Path=/");
        assertThat(answer.body()).isEqualTo("ok");
    }

    @Test
    void puts_chunks_together_and_finds_members() {
        answers(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9;x=y\r\n{\"token\":\r\n5\r\n\"abc\"\r\n1\r\n}\r\n0\r\n\r\n");

        HttpAnswer answer = connection.exchange(REQUEST);

        assertThat(answer.body()).isEqualTo("{\"token\":\"abc\"}");
        assertThat(answer.text("token")).isEqualTo("abc");
        assertThat(answer.text("other")).isEmpty();
    }

    @Test
    void opens_a_connection_again_that_was_closed_while_idle() {
        String once = "HTTP/1.1 204 No Content\r\n\r\n";
        answers(once, once);

        connection.exchange(REQUEST);
        HttpAnswer second = connection.exchange(REQUEST);

        assertThat(second.status()).isEqualTo(204);
        assertThat(connection.reconnects()).isEqualTo(1);
    }

    @Test
    void an_answer_that_breaks_off_is_wrong() {
        answers("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab");

        assertThatThrownBy(() -> connection.exchange(REQUEST))
                .isInstanceOf(WrongAnswer.class)
                .hasMessageContaining("ended");
    }

    /** One answer per connection, which is closed afterwards. */
    private void answers(String... texts) {
        Thread server = new Thread(() -> List.of(texts).forEach(this::answerOnce), "answers");
        server.setDaemon(true);
        server.start();
    }

    private void answerOnce(String text) {
        try (Socket socket = listener.accept()) {
            socket.getInputStream().readNBytes(REQUEST.length);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException ended) {
            // the test is over
        }
    }
}
