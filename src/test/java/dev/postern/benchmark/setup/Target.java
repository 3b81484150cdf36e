package dev.postern.benchmark.setup;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The server under test as its clients know it.
 *
 * @param proxyPort where a plain proxy forwards to it
 */
public record Target(String issuer, int proxyPort) {

    /** Resource servers whose tokens the server's own API takes. */
    public static final String JWT_RESOURCE = "https://jwt.benchmark.test/api";

    public static final String OPAQUE_RESOURCE = "https://opaque.benchmark.test/api";

    public static final String CLIENT_ID = "benchmark";
    public static final String CLIENT_SECRET = "benchmark-secret-0123456789-abcdefgh";
    public static final String REDIRECT_URI = "http://127.0.0.1:18081/callback";
    public static final String SCOPE = "openid profile email offline_access";
    public static final String PASSWORD = "forty quiet ferries at dusk";

    /** Plain HTTP on loopback; the name in the issuer is only sent along. */
    public InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", URI.create(issuer).getPort());
    }

    public InetSocketAddress proxy() {
        return new InetSocketAddress("127.0.0.1", proxyPort);
    }

    public String username(int number) {
        return "user" + number;
    }

    /** The rest of the request line and the fields that every browser request has. */
    public String browserHead() {
        return " HTTP/1.1\r\n" + host() + "Accept: text/html\r\nUser-Agent: benchmark\r\n";
    }

    /** A complete GET request without a body. @param fields each ended by CRLF */
    public byte[] get(String path, String fields) {
        return bytes("GET " + path + " HTTP/1.1\r\n" + host() + "Accept: application/json\r\n" + fields + "\r\n");
    }

    /** A complete form, authenticated by client_secret_basic. @param form already encoded */
    public String authenticatedForm(String path, String form) {
        return "POST " + path + " HTTP/1.1\r\n" + host() + "Authorization: " + basic(CLIENT_SECRET)
                + "\r\nAccept: application/json\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + form.length() + "\r\n\r\n" + form;
    }

    /** The value of an Authorization field of our client: RFC 6749 section 2.3.1. */
    public String basic(String secret) {
        return "Basic " + Base64.getEncoder().encodeToString(bytes(CLIENT_ID + ":" + secret));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String host() {
        return "Host: " + URI.create(issuer).getAuthority() + "\r\n";
    }
}
