package dev.postern.spec.gateway;

import static dev.postern.spec.gateway.ClientHello.ECDHE_ECDSA_AES_128_GCM_SHA256;
import static dev.postern.spec.gateway.ClientHello.TLS_1_2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Parallel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the edge lets in: TLS as BCP 195 (RFC 9325) has it, addresses that callers cannot choose, and not too much of anything. */
class EdgeIT {

    private static final String PROTOCOL_VERSION = "alert 70";
    private static final String HANDSHAKE_FAILURE = "alert 40";
    private static final String UNRECOGNIZED_NAME = "alert 112";
    private static final String SPOOFED = "203.0.113.9";

    private static Nginx nginx;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        nginx = new Nginx(URI.create(GatewayServer.get().issuer()).getPort());
        client = HttpClient.newBuilder().sslContext(nginx.trust()).build();
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
        }
    }

    // TLS

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaks_tls_1_2_and_1_3_with_forward_secrecy_and_authenticated_encryption(String protocol) throws Exception {
        try (SSLSocket socket = nginx.connect()) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            SSLSession session = socket.getSession();
            assertThat(session.getProtocol()).isEqualTo(protocol);
            assertThat(session.getCipherSuite())
                    .matches("TLS_(ECDHE_ECDSA_WITH_)?(AES_(128|256)_GCM|CHACHA20_POLY1305)_SHA(256|384)");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {ECDHE_ECDSA_AES_128_GCM_SHA256, ClientHello.ECDHE_ECDSA_CHACHA20_POLY1305_SHA256})
    void accepts_the_suites_of_bcp_195(int suite) throws Exception {
        assertThat(new ClientHello("localhost", TLS_1_2, suite).answer(nginx.port()))
                .isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(ints = {ClientHello.TLS_1_0, ClientHello.TLS_1_1})
    void refuses_older_versions(int version) throws Exception {
        assertThat(new ClientHello("localhost", version, ClientHello.ECDHE_ECDSA_AES_128_CBC_SHA).answer(nginx.port()))
                .isEqualTo(PROTOCOL_VERSION);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                ClientHello.ECDHE_ECDSA_AES_128_CBC_SHA,
                ClientHello.ECDHE_ECDSA_AES_128_CBC_SHA256,
                ClientHello.RSA_AES_128_GCM_SHA256,
                ClientHello.ECDHE_ECDSA_3DES
            })
    void refuses_suites_without_forward_secrecy_or_authenticated_encryption(int suite) throws Exception {
        assertThat(new ClientHello("localhost", TLS_1_2, suite).answer(nginx.port()))
                .isEqualTo(HANDSHAKE_FAILURE);
    }

    @Test
    void shows_no_certificate_to_who_asks_for_another_name() throws Exception {
        assertThat(new ClientHello("other.example", TLS_1_2, ECDHE_ECDSA_AES_128_GCM_SHA256).answer(nginx.port()))
                .isEqualTo(UNRECOGNIZED_NAME);
    }

    @Test
    void answers_no_request_for_another_host_on_a_connection_for_this_one() throws Exception {
        assertThat(nginx.raw("GET / HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421 ");
    }

    // Who calls

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: " + SPOOFED,
                "Forwarded: for=" + SPOOFED,
                "X-Real-IP: " + SPOOFED,
                "X-Forwarded-For: " + SPOOFED + ", 127.0.0.1"
            })
    void the_address_on_record_is_the_one_that_called(String header) throws Exception {
        String[] parts = header.split(": ", 2);
        HttpResponse<String> refused = send(request("/token")
                .header(parts[0], parts[1])
                .header("Authorization", "Basic c2VydmljZTp3cm9uZw==")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(addressesOf(refused))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address).isEqualTo("127.0.0.1"));
    }

    @Test
    void a_request_id_of_the_caller_s_is_not_taken() throws Exception {
        HttpResponse<String> answer = send(request("/jwks").header("X-Request-Id", "chosen-by-the-caller"));
        assertThat(answer.headers().allValues("x-request-id")).hasSize(1).doesNotContain("chosen-by-the-caller");
    }

    @Test
    void a_host_or_scheme_of_the_caller_s_changes_no_address_that_is_given_out() throws Exception {
        HttpResponse<String> answer = send(request("/.well-known/openid-configuration")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "ftp")
                .header("Forwarded", "host=evil.example;proto=ftp"));
        assertThat(answer.body())
                .doesNotContain("evil.example", "ftp:")
                .contains("\"issuer\":\"" + GatewayServer.get().issuer() + "\"");
    }

    @Test
    void who_comes_past_the_edge_is_not_believed_what_only_the_edge_may_say() throws Exception {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress("127.0.0.2", 0)); // no trusted proxy
            socket.connect(new InetSocketAddress(
                    "127.0.0.1", URI.create(GatewayServer.get().issuer()).getPort()));
            socket.setSoTimeout(20_000);
            String id = "past-the-edge-" + System.nanoTime();
            socket.getOutputStream()
                    .write(("POST /token HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + SPOOFED
                                    + "\r\nX-Request-Id: " + id
                                    + "\r\nAuthorization: Basic c2VydmljZTp3cm9uZw==\r\nContent-Length: 29\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n"
                                    + "grant_type=client_credentials")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 401 ").doesNotContain(id);
            assertThat(addressesOf(answer.replaceFirst("(?is).*X-Request-Id: (\\S+).*", "$1")))
                    .containsOnly("127.0.0.2");
        }
    }

    private static List<Object> addressesOf(HttpResponse<String> answer) {
        return addressesOf(answer.headers().firstValue("x-request-id").orElseThrow());
    }

    private static List<Object> addressesOf(String id) {
        String rows = "select address from audit_event where request_id = ?";
        Parallel.until(() -> !GatewayServer.get().database().rows(rows, id).isEmpty());
        return GatewayServer.get().database().rows(rows, id).stream()
                .map((Map<String, Object> row) -> row.get("address"))
                .toList();
    }

    // How much

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/interaction/login",
                "/account/password",
                "/new-password/confirm",
                "/first-admin/confirm",
                "/register"
            })
    void who_guesses_passwords_or_links_is_held_back_and_everything_else_goes_on(String path) {
        Parallel.until(() -> Parallel.run(40, () -> guess(path).statusCode()).contains(429));
        HttpResponse<String> refused = untilRefused(path);
        assertThat(refused.headers().firstValue("retry-after")).contains("1");
        assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(refused.body()).contains("Too Many Requests");
        assertThat(send(request("/jwks")).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> untilRefused(String path) {
        HttpResponse<String> answer = guess(path);
        while (answer.statusCode() != 429) {
            answer = guess(path);
        }
        return answer;
    }

    private static HttpResponse<String> guess(String path) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=a&password=b")));
    }

    @Test
    void a_body_beyond_the_limit_is_refused_before_it_comes() throws Exception {
        assertThat(nginx.raw("POST /token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1100000\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(nginx.url() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
