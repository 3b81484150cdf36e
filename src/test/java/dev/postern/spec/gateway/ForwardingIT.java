package dev.postern.spec.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Browser;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.Product;
import dev.postern.testserver.TestServer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** RFC 9110 section 7.6, RFC 7239, RFC 9457: what the built-in gateway forwards, and how it answers when it cannot. */
class ForwardingIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TestServer server = GatewayServer.get();
    private final String token = GatewayServer.ordersToken("orders.read");

    @Test
    @SuppressWarnings("unchecked")
    void strips_what_only_the_gateway_may_say_and_says_it() {
        Answer answer = OAuthClient.send(request("/gateway/up/echo/a%20b?x=1&y=%2F")
                .header("Cookie", "postern_session=abc")
                .header("X-Auth-Subject", "root")
                .header("X-Forwarded-For", "1.2.3.4")
                .header("Forwarded", "for=1.2.3.4")
                .header("X-Request-Id", "chosen-by-the-client")
                .header("X-Custom", "stays")
                .GET());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("uri", "/base/echo/a%20b?x=1&y=%2F");
        Map<String, Object> headers = (Map<String, Object>) answer.json().get("headers");
        assertThat(headers).doesNotContainKeys("cookie", "x-forwarded-for");
        assertThat(headers).containsEntry("x-custom", "stays").containsEntry("x-auth-subject", "service");
        assertThat(headers)
                .containsEntry("authorization", "Bearer " + token)
                .containsEntry("x-auth-scope", "orders.read");
        assertThat(String.valueOf(headers.get("forwarded")))
                .contains(
                        "for=",
                        "proto=http",
                        "host=\"localhost:" + URI.create(server.issuer()).getPort());
        assertThat(headers.get("x-request-id")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(String.valueOf(headers.get("traceparent"))).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void answers_without_cookies_brands_and_fields_of_the_connection() {
        Answer answer = OAuthClient.send(request("/gateway/up/echo").GET());
        assertThat(answer.response().headers().map().keySet())
                .doesNotContain("set-cookie", "server", "x-hop")
                .contains("x-many");
        assertThat(answer.response().headers().allValues("x-many")).containsExactly("one", "two");
    }

    @Test
    void forwards_any_method_and_its_body_unchanged() {
        byte[] body = bytes(3_000_000);
        CRC32 checksum = new CRC32();
        checksum.update(body);
        for (String method : new String[] {"POST", "PUT", "PATCH", "REPORT"}) {
            Answer answer = OAuthClient.send(
                    request("/gateway/up/echo").method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
            assertThat(answer.json()).as(method).containsEntry("method", method).containsEntry("length", body.length);
            assertThat(((Number) answer.json().get("checksum")).longValue()).isEqualTo(checksum.getValue());
        }
    }

    @Test
    void a_field_with_control_characters_reaches_no_upstream() throws Exception {
        URI issuer = URI.create(server.issuer());
        try (Socket socket = new Socket("localhost", issuer.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET /gateway/up/echo HTTP/1.1\r\nHost: " + issuer.getAuthority()
                                    + "\r\nAuthorization: Bearer " + token
                                    + "\r\nX-Odd: a\u0001b\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).matches("(?s)HTTP/1.1 (400|200) .*").doesNotContain("x-odd");
        }
    }

    @Test
    void forwards_methods_without_a_body() {
        for (String method : new String[] {"GET", "DELETE", "OPTIONS"}) {
            Answer answer =
                    OAuthClient.send(request("/gateway/up/echo").method(method, HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.json()).containsEntry("method", method).containsEntry("length", 0);
        }
        Answer head = OAuthClient.send(request("/gateway/up/echo").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.response().body()).isEmpty();
    }

    @Test
    void forwards_a_body_of_unknown_length() {
        byte[] body = bytes(2_000_000);
        Answer answer = OAuthClient.send(request("/gateway/up/echo")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        assertThat(answer.json()).containsEntry("length", body.length);
    }

    @Test
    void sends_the_beginning_of_a_request_before_its_end_has_arrived() throws Exception {
        URI issuer = URI.create(server.issuer());
        String piece = "4e20\r\n" + "x".repeat(20_000) + "\r\n";
        try (Socket socket = new Socket("localhost", issuer.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream client = socket.getOutputStream();
            client.write(("POST /gateway/up/upload HTTP/1.1\r\nHost: " + issuer.getAuthority()
                            + "\r\nAuthorization: Bearer " + token
                            + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + piece)
                    .getBytes(StandardCharsets.US_ASCII));
            client.flush();
            assertThat(GatewayServer.UPSTREAM.firstPiece.await(20, TimeUnit.SECONDS))
                    .isTrue();
            client.write((piece + "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            client.flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("40000");
        }
    }

    @Test
    void sends_the_beginning_of_an_answer_before_its_end_is_there() throws Exception {
        HttpResponse<InputStream> answer =
                HTTP.send(request("/gateway/up/stream").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(new String(answer.body().readNBytes(9), StandardCharsets.UTF_8))
                .isEqualTo("beginning");
        // Whoever waits for an upstream keeps nobody out: the upstream may be this server.
        Parallel.until(() -> new Browser(server.issuer())
                .get("/status/metrics")
                .body()
                .contains("postern_pressure_in_progress 0.0"));
        GatewayServer.UPSTREAM.beginningSeen.countDown();
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(" end");
    }

    @Test
    void relays_a_big_answer_whole_to_a_client_that_reads_slowly() throws Exception {
        HttpResponse<InputStream> answer =
                HTTP.send(request("/gateway/up/big").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValueAsLong("content-length")).hasValue(30_000_000);
        for (int i = 0; i < 30; i++) {
            byte[] piece = answer.body().readNBytes(1_000_000);
            assertThat(piece[0]).isEqualTo((byte) i);
            assertThat(piece[999_999]).isEqualTo((byte) i);
            Thread.sleep(10);
        }
    }

    @Test
    void relays_redirects_and_follows_none() {
        Answer answer = OAuthClient.send(request("/gateway/up/teapot").GET());
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("https://elsewhere.test/");
    }

    @Test
    void answers_502_for_an_upstream_that_is_down_or_breaks_off() {
        assertProblem(OAuthClient.send(request("/gateway/down/x").GET()), 502);
        assertProblem(OAuthClient.send(request("/gateway/up/breaks").GET()), 502);
    }

    @Test
    void answers_504_for_an_upstream_that_is_slow() {
        assertProblem(OAuthClient.send(request("/gateway/up/slow").GET()), 504);
    }

    @Test
    void answers_408_for_a_client_that_does_not_finish_and_takes_the_time_that_it_needs() throws Exception {
        URI issuer = URI.create(server.issuer());
        try (Socket socket = new Socket("localhost", issuer.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("POST /gateway/up/echo HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                                    + "\r\nContent-Length: 10\r\n\r\nhello")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] beginning = socket.getInputStream().readNBytes(12);
            // A server whose own time-out strikes between two reads closes the connection without a word.
            assertThat(new String(beginning, StandardCharsets.US_ASCII))
                    .isIn(
                            Product.underTest() == Product.RUNNABLE_JAR
                                    ? List.of("HTTP/1.1 408")
                                    : List.of("HTTP/1.1 408", ""));
        }
    }

    @Test
    void answers_413_for_a_body_that_is_too_long() {
        assertProblem(
                OAuthClient.send(
                        request("/gateway/up/echo").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[20_000_001]))),
                413);
    }

    @Test
    void answers_401_403_404_and_405_as_problems() {
        Answer none = OAuthClient.send(HttpRequest.newBuilder(URI.create(server.issuer() + "/gateway/up/echo"))
                .GET());
        assertProblem(none, 401);
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"gateway\"");
        Answer inQuery = OAuthClient.send(
                HttpRequest.newBuilder(URI.create(server.issuer() + "/gateway/up/echo?access_token=" + token))
                        .GET());
        assertProblem(inQuery, 401);
        Answer bad = OAuthClient.send(HttpRequest.newBuilder(URI.create(server.issuer() + "/gateway/up/echo"))
                .header("Authorization", "Bearer nonsense")
                .GET());
        assertProblem(bad, 401);
        assertThat(bad.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        Answer scope = OAuthClient.send(request("/gateway/scoped/echo").POST(HttpRequest.BodyPublishers.noBody()));
        assertProblem(scope, 403);
        assertThat(scope.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"", "scope=\"orders.write\"");
        assertProblem(OAuthClient.send(request("/gateway/unknown").GET()), 404);
        assertProblem(OAuthClient.send(request("/gateway/api/v1/me").GET()), 401); // a token for another resource
        Answer method = OAuthClient.send(request("/gateway/scoped/echo").DELETE());
        assertProblem(method, 405);
        assertThat(method.header("Allow")).isEqualTo("GET, POST");
    }

    @Test
    void a_revoked_jwt_passes_until_it_expires_unless_the_route_demands_introspection() {
        assertThat(OAuthClient.send(request("/gateway/strict/echo").GET()).status())
                .isEqualTo(200);
        assertThat(GatewayServer.service().revoke(token).status()).isEqualTo(200);
        assertProblem(OAuthClient.send(request("/gateway/strict/echo").GET()), 401);
        assertThat(OAuthClient.send(request("/gateway/up/echo").GET()).status()).isEqualTo(200);
    }

    @Test
    void every_refusal_is_in_the_audit_trail() {
        String path = "/gateway/scoped/echo/" + java.util.UUID.randomUUID();
        OAuthClient.send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
        dev.postern.testserver.Parallel.until(() -> server.database()
                        .number(
                                "select count(*) from audit_event where type = 'api_call_refused' and client_id = 'service'"
                                        + " and details like ?",
                                "%" + path + "%")
                == 1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.issuer() + path)).header("Authorization", "Bearer " + token);
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Json.readObject(answer.response().body())).containsEntry("status", status);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
