package dev.postern.spec.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that could be read in two ways never reach an upstream, whatever token comes with them. */
class HostilePathIT {

    private final String token = GatewayServer.ordersToken("orders.read");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gateway/up/../up/echo",
                "/gateway/up/./echo",
                "/gateway/up//echo",
                "//gateway/up/echo",
                "/gateway/up/%2e%2e/up/echo",
                "/gateway/up/.%2E/up/echo",
                "/gateway/up%2fecho",
                "/gateway/up/echo%2F..%2F..",
                "/gateway/up/%252e%252e/echo",
                "/gateway/up/echo;x=1",
                "/gateway/up;/echo",
                "/gateway/up/..;/echo",
                "/gateway/up/..%3b/echo",
                "/gateway/up\\echo",
                "/gateway/up/%5c..%5cecho",
                "/gateway/up/echo%00",
                "/gateway/up/echo%00.json",
                "/gateway/up/%c0%ae%c0%ae/echo",
                "/gateway/up/%65cho",
                "/gateway/up/echo%0d%0aX-Evil:1",
                "/gateway/scoped/..;/up/echo"
            })
    void a_path_that_could_be_read_in_two_ways_is_refused(String path) throws IOException {
        assertThat(get(path)).startsWith("HTTP/1.1 400 ").doesNotContain("\"method\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gateway/../jwks", "/gateway/%2e%2e/jwks", "/gateway/..%2fjwks", "/gateway/up/../../jwks"})
    void the_gateway_is_no_way_around_itself(String path) throws IOException {
        assertThat(get(path)).matches("(?s)HTTP/1.1 (400|404) .*").doesNotContain("\"keys\"");
    }

    private String get(String path) throws IOException {
        URI issuer = URI.create(GatewayServer.get().issuer());
        try (Socket socket = new Socket("127.0.0.1", issuer.getPort())) {
            socket.setSoTimeout(20_000);
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + issuer.getAuthority()
                    + "\r\nAuthorization: Bearer " + token + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
