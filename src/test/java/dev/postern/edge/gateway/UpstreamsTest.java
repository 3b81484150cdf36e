package dev.postern.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postern.platform.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 9110 section 9.2.2: what is asked again where a kept connection is closed in the moment it is used. */
class UpstreamsTest {

    private final AtomicInteger connections = new AtomicInteger();
    private final Upstreams upstreams = new Upstreams(Settings.of(Map.of()));
    private ServerSocket server;

    /** Each connection is answered once, and closed when a second request has come. */
    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "upstream");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() throws IOException {
        upstreams.stop();
        server.close();
    }

    @Test
    void a_get_is_asked_again() throws IOException {
        assertThat(status(request("GET"))).isEqualTo(200);
        assertThat(status(request("GET"))).isEqualTo(200);
        assertThat(connections).hasValue(2);
    }

    @Test
    void a_post_is_not() throws IOException {
        assertThat(status(request("GET"))).isEqualTo(200);
        assertThatExceptionOfType(NoHttpResponseException.class).isThrownBy(() -> status(request("POST")));
        assertThat(connections).hasValue(1);
    }

    @Test
    void a_put_with_a_body_that_has_been_read_is_not() throws IOException {
        assertThat(status(request("GET"))).isEqualTo(200);
        HttpUriRequestBase put = request("PUT");
        put.setEntity(new ByteArrayEntity(new byte[] {1}, null));
        assertThatExceptionOfType(NoHttpResponseException.class).isThrownBy(() -> status(put));
    }

    private int status(HttpUriRequestBase request) throws IOException {
        try (ClassicHttpResponse answer = upstreams.send(request)) {
            EntityUtils.consume(answer.getEntity());
            return answer.getCode();
        }
    }

    private HttpUriRequestBase request(String method) {
        return new HttpUriRequestBase(method, URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"));
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                connections.incrementAndGet();
                BufferedReader requests =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                readHead(requests);
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                readHead(requests);
            } catch (IOException e) {
                // The test is over, or a client has gone: the next one is waited for.
            }
        }
    }

    private static void readHead(BufferedReader requests) throws IOException {
        String line = requests.readLine();
        while (line != null && !line.isEmpty()) {
            line = requests.readLine();
        }
    }
}
