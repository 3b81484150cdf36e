package dev.postern.spec.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.postern.platform.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/** A service behind the gateway that says what it was asked, and misbehaves on request. */
final class Upstream {

    private final HttpServer server;

    /** Opens once the first piece of an upload has arrived: proof that the gateway did not wait for the rest. */
    final CountDownLatch firstPiece = new CountDownLatch(1);

    /** The stream goes on once the client has seen its beginning. */
    final CountDownLatch beginningSeen = new CountDownLatch(1);

    Upstream() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "upstream");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/base/echo", Upstream::echo);
        server.createContext("/base/slow", exchange -> pause(20_000));
        server.createContext("/base/upload", this::upload);
        server.createContext("/base/stream", this::stream);
        server.createContext("/base/big", Upstream::big);
        server.createContext("/base/teapot", Upstream::teapot);
        server.createContext("/base/breaks", Upstream::breaks);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/base";
    }

    /** Method, path, header fields, and length and checksum of the body. */
    private static void echo(HttpExchange exchange) throws IOException {
        CRC32 checksum = new CRC32();
        byte[] body = exchange.getRequestBody().readAllBytes();
        checksum.update(body);
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("method", exchange.getRequestMethod());
        seen.put("uri", exchange.getRequestURI().toString());
        Map<String, Object> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(java.util.Locale.ROOT), String.join(", ", values)));
        seen.put("headers", headers);
        seen.put("length", body.length);
        seen.put("checksum", checksum.getValue());
        byte[] answer = Json.write(seen).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Set-Cookie", "postern_session=stolen");
        exchange.getResponseHeaders().add("Server", "brand/1.0");
        exchange.getResponseHeaders().add("Connection", "X-Hop");
        exchange.getResponseHeaders().add("X-Hop", "secret");
        exchange.getResponseHeaders().add("X-Many", "one");
        exchange.getResponseHeaders().add("X-Many", "two");
        exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void upload(HttpExchange exchange) throws IOException {
        InputStream body = exchange.getRequestBody();
        int first = body.read();
        firstPiece.countDown();
        long rest = body.transferTo(OutputStream.nullOutputStream());
        answer(exchange, 200, Long.toString(rest + (first < 0 ? 0 : 1)));
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("beginning".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        boolean seen = false;
        try {
            seen = beginningSeen.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.getResponseBody().write((seen ? " end" : " not waited for").getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private static void big(HttpExchange exchange) throws IOException {
        byte[] piece = new byte[1_000_000];
        exchange.sendResponseHeaders(200, 30L * piece.length);
        for (int i = 0; i < 30; i++) {
            java.util.Arrays.fill(piece, (byte) i);
            exchange.getResponseBody().write(piece);
        }
        exchange.close();
    }

    private static void teapot(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Location", "https://elsewhere.test/");
        answer(exchange, 302, "");
    }

    private static void breaks(HttpExchange exchange) {
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
