package dev.postern.benchmark.load;

import dev.postern.benchmark.setup.Target;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Somebody who does one thing after the other: a connection, cookies, and what the last answers gave. For one thread at a time. */
public final class VirtualUser {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final int number;
    private final Target target;
    private final HttpConnection connection;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final SplittableRandom random = new SplittableRandom();
    private final MessageDigest sha256;
    private final List<byte[]> requests = new ArrayList<>();

    private Tokens tokens = Tokens.NONE;
    private int turn;

    public VirtualUser(int number, Target target, InetSocketAddress address) {
        this.number = number;
        this.target = target;
        this.connection = new HttpConnection(address);
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a token endpoint answered. */
    public record Tokens(String access, String id, String refresh) {
        static final Tokens NONE = new Tokens("", "", "");
    }

    public int number() {
        return number;
    }

    public Target target() {
        return target;
    }

    public String username() {
        return target.username(number);
    }

    /** The last token answer; empty text before the first. */
    public Tokens tokens() {
        return tokens;
    }

    public void keep(Tokens latest) {
        tokens = latest;
    }

    public HttpConnection connection() {
        return connection;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public HttpAnswer send(byte[] request) {
        return connection.exchange(request);
    }

    public HttpAnswer send(String request) {
        return connection.exchange(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** As a browser does: with the cookies it has, and keeping those that it gets. */
    public HttpAnswer browse(String method, String pathAndQuery, String form) {
        StringBuilder request = new StringBuilder(1_024)
                .append(method)
                .append(' ')
                .append(pathAndQuery)
                .append(target.browserHead());
        String separator = "Cookie: ";
        for (Map.Entry<String, String> cookie : cookies.entrySet()) {
            request.append(separator).append(cookie.getKey()).append('=').append(cookie.getValue());
            separator = "; ";
        }
        request.append(cookies.isEmpty() ? "" : "\r\n");
        if (!form.isEmpty()) {
            request.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ")
                    .append(form.length())
                    .append("\r\n");
        }
        HttpAnswer answer = send(request.append("\r\n").append(form).toString());
        answer.setCookies().forEach(this::keep);
        return answer;
    }

    /** Requests made ready beforehand, to be sent in turn. */
    public void ready(List<byte[]> prepared) {
        requests.clear();
        requests.addAll(prepared);
        turn = number;
    }

    public HttpAnswer sendNext() {
        return send(requests.get(turn++ % requests.size()));
    }

    /** Random text of the base64url alphabet. */
    public String randomText(int bytes) {
        byte[] values = new byte[bytes];
        random.nextBytes(values);
        return BASE64.encodeToString(values);
    }

    /** The S256 challenge of a PKCE verifier: RFC 7636 section 4.2. */
    public String challenge(String verifier) {
        return BASE64.encodeToString(sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    private void keep(String setCookie) {
        int equals = setCookie.indexOf('=');
        int semicolon = setCookie.indexOf(';');
        String value = setCookie.substring(equals + 1, semicolon < 0 ? setCookie.length() : semicolon);
        if (value.isEmpty() || setCookie.contains("Max-Age=0")) {
            cookies.remove(setCookie.substring(0, equals));
        } else {
            cookies.put(setCookie.substring(0, equals), value);
        }
    }
}
