package dev.postern.testserver;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** What a client publishes at an address of its own on 127.0.0.1, which the shared test server may fetch from. */
public final class Published implements AutoCloseable {

    private final HttpServer web;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile String text;

    public Published(String text) {
        this.text = text;
        try {
            web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        web.createContext("/document", exchange -> {
            fetches.incrementAndGet();
            byte[] body = this.text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        web.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", uri());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        web.start();
    }

    public String uri() {
        return "http://127.0.0.1:" + web.getAddress().getPort() + "/document";
    }

    /** An address that redirects to the document. */
    public String movedUri() {
        return "http://127.0.0.1:" + web.getAddress().getPort() + "/moved";
    }

    public void replace(String newText) {
        text = newText;
    }

    public int fetches() {
        return fetches.get();
    }

    @Override
    public void close() {
        web.stop(0);
    }
}
