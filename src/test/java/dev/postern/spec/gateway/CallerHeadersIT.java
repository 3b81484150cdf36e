package dev.postern.spec.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a caller says about who it is and which request it means reaches neither Postern nor the API: the node here keeps the headers of
 * every request, those of the gateway's question too.
 */
class CallerHeadersIT {

    private static final String LIE = "203.0.113.9";

    /** Of many servers and frameworks; Postern itself believes a few of them, and from trusted proxies alone. */
    private static final List<String> NOT_FOR_CALLERS = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Server",
            "X-Forwarded-Proto",
            "X-Forwarded-Protocol",
            "X-Forwarded-Scheme",
            "X-Forwarded-Ssl",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Path",
            "X-Forwarded-Uri",
            "X-Forwarded-Method",
            "X-Forwarded-User",
            "X-Forwarded-Email",
            "X-Forwarded-Groups",
            "X_Forwarded_For",
            "X-Original-URI",
            "X-Original-URL",
            "X-Original-Host",
            "X-Original-Method",
            "X-Original-Forwarded-For",
            "X-Rewrite-URL",
            "X-Real-IP",
            "X-Client-IP",
            "X-Cluster-Client-IP",
            "True-Client-IP",
            "CF-Connecting-IP",
            "X-Remote-User",
            "Remote-User",
            "X-HTTP-Method",
            "X-HTTP-Method-Override",
            "X-Method-Override",
            "X-Request-Id");

    private final Map<String, Headers> seen = new ConcurrentHashMap<>();
    private HttpServer node;
    private Nginx nginx;

    @BeforeEach
    void start() throws Exception {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        node.createContext("/", exchange -> {
            seen.put(exchange.getRequestURI().getPath(), exchange.getRequestHeaders());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        node.start();
        nginx = new Nginx(node.getAddress().getPort());
    }

    @AfterEach
    void stop() throws IOException {
        nginx.close();
        node.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/interaction/login", "/api/v1/me"})
    void none_of_them_passes(String path) throws Exception {
        StringBuilder request =
                new StringBuilder("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        NOT_FOR_CALLERS.forEach(
                name -> request.append(name).append(": ").append(LIE).append("\r\n"));
        assertThat(nginx.raw(request.append("\r\n").toString())).startsWith("HTTP/1.1 204 ");

        assertThat(seen).containsKey(path);
        assertThat(seen.containsKey("/gateway/verify")).isEqualTo(path.startsWith("/api/"));
        seen.forEach((asked, headers) -> {
            assertThat(headers.values().toString()).as(asked).doesNotContain(LIE);
            assertThat(headers.get("X-Forwarded-For")).as(asked).containsExactly("127.0.0.1");
            assertThat(headers.get("X-Request-Id")).as(asked).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/api/v1/notes"})
    void the_gateway_is_asked_about_the_request_that_is_made(String path) throws Exception {
        nginx.raw("DELETE " + path + "?a=b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Original-URI: " + LIE
                + "\r\nX-Original-Method: GET\r\n\r\n");
        Headers asked = seen.get("/gateway/verify");
        assertThat(asked.get("X-Original-URI")).containsExactly(path + "?a=b");
        assertThat(asked.get("X-Original-Method")).containsExactly("DELETE");
    }
}
