package dev.postern.spec.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real nginx in front, with the project's configuration: TLS and HTTP/2 outside, Postern's decision inside. */
class NginxIT {

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

    @Test
    void serves_the_authorization_server_over_tls_and_http_2() throws Exception {
        HttpResponse<String> answer = get("/jwks");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
        assertThat(answer.headers().firstValue("server")).contains("nginx");
    }

    @Test
    void keeps_the_figures_inside() throws Exception {
        assertThat(get("/status/ready").statusCode()).isEqualTo(200);
        assertThat(get("/status/metrics").statusCode()).isEqualTo(404);
    }

    @Test
    void lets_a_good_token_through_to_the_api() throws Exception {
        HttpResponse<String> answer = get("/api/v1/me", "Authorization", bearer("orders.read"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"sub\":\"service\"");
    }

    @Test
    void asks_for_a_token_once() throws Exception {
        HttpResponse<String> answer = get("/api/v1/me");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("www-authenticate")).containsExactly("Bearer realm=\"gateway\"");
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void says_which_scope_is_missing() throws Exception {
        HttpResponse<String> answer = get("/api/v1/notes", "Authorization", bearer("orders.read"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("www-authenticate").orElse(""))
                .contains("insufficient_scope", "orders.write");
    }

    @Test
    void the_client_cannot_choose_what_is_decided() throws Exception {
        HttpResponse<String> answer = get(
                "/api/v1/notes",
                "Authorization",
                bearer("orders.read"),
                "X-Original-URI",
                "/api/v1/me",
                "X-Forwarded-Uri",
                "/api/v1/me",
                "X-Original-Method",
                "GET");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(get("/gateway/verify").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/notes/../me",
                "/x/../api/v1/me",
                "/api//v1/me",
                "/api/v1/%6de",
                "/api/v1/me;x=1",
                "/%61pi/v1/me",
                "/api/v1%2fme"
            })
    void paths_with_two_readings_do_not_pass(String path) throws Exception {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + bearer("orders.read")
                + "\r\nConnection: close\r\n\r\n";
        assertThat(nginx.raw(request)).startsWith("HTTP/1.1 403 ");
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(nginx.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String bearer(String scope) {
        return "Bearer " + GatewayServer.ordersToken(scope);
    }
}
