package dev.postern.spec.backchannellogout;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.postern.testserver.Browser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The back-channel logout endpoints of some applications. */
final class LogoutReceiver implements AutoCloseable {

    /** A request that came. */
    record Received(String path, String contentType, String token) {

        SignedJWT jwt() {
            try {
                return SignedJWT.parse(token);
            } catch (ParseException e) {
                throw new AssertionError(token, e);
            }
        }
    }

    private final HttpServer server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

    /** What is answered from now on. */
    final AtomicInteger status = new AtomicInteger(200);

    LogoutReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = Browser.query(URI.create("http://localhost/?" + body)).getOrDefault("logout_token", "");
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        int answer = status.get(); // what it is now: whoever sees this request may change it
        received.add(new Received(exchange.getRequestURI().getPath(), String.valueOf(type), token));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    Received next() throws InterruptedException {
        @Nullable Received next = received.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no logout token came");
        }
        return next;
    }

    boolean isQuietFor(Duration time) throws InterruptedException {
        return received.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
