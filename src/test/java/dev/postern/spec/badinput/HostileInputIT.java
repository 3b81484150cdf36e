package dev.postern.spec.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.Product;
import dev.postern.testserver.TestServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Malformed, repeated, oversize, non-UTF-8 and hostile input on every endpoint: a 4xx of ours, never a 5xx, a trace or a branded page. */
class HostileInputIT {

    private static final List<String> GIVEAWAYS = List.of(
            "payara",
            "glassfish",
            "grizzly",
            "exception",
            "at dev.postern",
            "at org.",
            "at java.",
            "jersey",
            "mojarra",
            "<script>alert",
            "evil.example"); // the Host header of every request here

    private static RawHttp server;

    @BeforeAll
    static void findServer() {
        server = new RawHttp(TestServer.shared(Mode.EMBEDDED).port());
    }

    static Stream<Arguments> hostileRequests() {
        List<Arguments> all = new ArrayList<>();
        for (String path : pages()) {
            hostileQueries()
                    .forEach((name, query) ->
                            all.add(Arguments.of("GET " + path + ", " + name, get(path + "?" + query))));
            hostileHeaders()
                    .forEach((name, header) -> all.add(Arguments.of("GET " + path + ", " + name, get(path, header))));
        }
        for (String path : formEndpoints()) {
            hostileBodies()
                    .forEach((name, body) -> all.add(Arguments.of("POST " + path + ", " + name, post(path, body))));
            all.add(Arguments.of("POST " + path + ", JSON", post(path, "{\"a\":", "application/json")));
            all.add(Arguments.of("POST " + path + ", no content type", post(path, "a=b", "")));
            all.add(Arguments.of("POST " + path + ", unreadable content type", post(path, "a=b", ";;;===")));
            all.add(Arguments.of(
                    "POST " + path + ", a strange charset",
                    post(path, "a=b", "application/x-www-form-urlencoded; charset=utf-99")));
        }
        for (String method : List.of("PUT", "DELETE", "PATCH", "PROPFIND", "TRACE", "FOO")) {
            all.add(Arguments.of(method + " /token", request(method, "/token", "", "", "")));
            all.add(Arguments.of(method + " /authorize", request(method, "/authorize", "", "", "")));
        }
        all.add(Arguments.of("a path that does not exist", get("/no/such/path")));
        all.add(Arguments.of("a view by its file name", get("/login.xhtml")));
        all.add(Arguments.of("the descriptors", get("/WEB-INF/web.xml")));
        all.add(Arguments.of("a path that climbs", get("/assets/../WEB-INF/web.xml")));
        all.add(Arguments.of("an encoded path that climbs", get("/assets/%2e%2e/WEB-INF/web.xml")));
        all.add(Arguments.of("a path with NUL", get("/assets/%00")));
        return all.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileRequests")
    void gets_an_answer_of_ours_and_no_server_error(String name, byte[] request) {
        RawHttp.Answer answer = server.send(request);

        assertThat(answer.status())
                .as("%s%n%s%n%s", name, answer.head(), cut(answer.body()))
                .isLessThan(500);
        String text = (answer.head() + "\n" + answer.body()).toLowerCase(Locale.ROOT);
        assertThat(GIVEAWAYS).as(name).noneMatch(text::contains);
        assertThat(answer.head().toLowerCase(Locale.ROOT)).as(name).doesNotContain("\nserver:", "\nx-powered-by:");
        assertThat(formatOf(answer))
                .as("%s: %s%n%s", name, answer.status(), answer.head())
                .isIn(formatsFor(name));
    }

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                Arguments.of("a header of 60,000 bytes", get("/jwks", "X-Large: " + "x".repeat(60_000))),
                Arguments.of("500 headers", get("/jwks", "X-Many: x\r\n".repeat(500) + "X-Last: x")),
                Arguments.of("a URI of 9,000 characters", get("/jwks?a=" + "x".repeat(9_000))),
                Arguments.of("a form of 1.1 MB", post("/token", "grant_type=" + "x".repeat(1_100_000))),
                Arguments.of("a form of 1.1 MB", post("/authorize", "client_id=" + "x".repeat(1_100_000))),
                Arguments.of("a form of 1.1 MB", post("/first-admin/confirm", "link=" + "x".repeat(1_100_000))),
                Arguments.of("a body in one endless chunk", chunked("/first-admin/confirm", 1_100_000)),
                Arguments.of("2,000 parameters", post("/token", "a=b&".repeat(2_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooMuch")
    void a_limit_ends_in_a_4xx(String name, byte[] request) {
        RawHttp.Answer answer = server.send(request);
        // Some servers close the connection so soon that whoever is still sending never sees the answer.
        boolean lost = answer.status() == 0 && Product.underTest() != Product.RUNNABLE_JAR;
        assertThat(lost ? 400 : answer.status())
                .as("%s%n%s", name, answer.head())
                .isBetween(400, 499);
    }

    private static byte[] chunked(String target, int length) {
        String text = "POST " + target + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(length) + "\r\n" + "x".repeat(length) + "\r\n0\r\n\r\n";
        return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** The media type of what was answered; empty if there is no body. */
    private static String formatOf(RawHttp.Answer answer) {
        return answer.body().isEmpty()
                ? ""
                : answer.head()
                        .toLowerCase(Locale.ROOT)
                        .lines()
                        .filter(line -> line.startsWith("content-type:"))
                        .map(line -> line.substring("content-type:".length())
                                .split(";")[0]
                                .strip())
                        .findFirst()
                        .orElse("none");
    }

    /** OAuth endpoints speak JSON, the gateway and the API problem details, everything that people see is HTML. */
    private static List<String> formatsFor(String name) {
        String path = name.substring(name.indexOf('/') < 0 ? 0 : name.indexOf('/'));
        if (path.startsWith("/status")) {
            return List.of("", "application/json", "application/problem+json");
        }
        if (path.startsWith("/gateway") || path.startsWith("/api")) {
            return List.of("", "application/problem+json");
        }
        if (Stream.of("/token", "/introspect", "/revoke", "/userinfo", "/jwks", "/.well-known")
                .anyMatch(path::startsWith)) {
            return List.of("", "application/json");
        }
        return List.of("", "text/html");
    }

    private static List<String> pages() {
        return List.of(
                "/authorize",
                "/login",
                "/consent",
                "/logout",
                "/signed-out",
                "/userinfo",
                "/jwks",
                "/picture",
                "/.well-known/openid-configuration",
                "/app",
                "/app/login",
                "/app/callback",
                "/api/v1/me",
                "/api/v1/notes",
                "/gateway/api/v1/me",
                "/gateway/verify",
                "/console/reports",
                "/status/ready",
                "/first-admin",
                "/account",
                "/account/signed-in",
                "/account/password",
                "/new-password",
                "/error");
    }

    private static List<String> formEndpoints() {
        return List.of(
                "/token",
                "/introspect",
                "/revoke",
                "/userinfo",
                "/authorize",
                "/logout",
                "/logout/confirm",
                "/interaction/login",
                "/interaction/consent",
                "/first-admin/confirm",
                "/account/withdraw",
                "/account/password",
                "/account/sessions/end",
                "/new-password/confirm",
                "/app/logout",
                "/app/refused-call",
                "/api/v1/notes");
    }

    private static Map<String, String> hostileQueries() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("a broken escape", "client_id=%zz&state=%");
        queries.put("not UTF-8", "client_id=%ff%fe%c0%af");
        queries.put("NUL and control characters", "client_id=a%00b&state=%0d%0aSet-Cookie:%20x=1");
        queries.put(
                "a script",
                "client_id=%3Cscript%3Ealert(1)%3C/script%3E&state=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
                        + "&error=%3Cscript%3Ealert(1)%3C/script%3E&interaction=%3Cscript%3Ealert(1)%3C/script%3E");
        queries.put("repeated parameters", "client_id=a&client_id=b&interaction=a&interaction=b&code=a&code=b");
        queries.put("2,000 parameters", "a=b&".repeat(2000));
        queries.put("a long value", "client_id=" + "x".repeat(6_000));
        queries.put("expression language", "client_id=%23%7B7*7%7D&interaction=%24%7B7*7%7D");
        queries.put("SQL", "client_id='%20or%201=1--&interaction='%3Bdrop%20table%20client--");
        queries.put("only separators", "&&&===&&&");
        return queries;
    }

    private static Map<String, String> hostileHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "garbage cookies",
                "Cookie: postern_session=%ff; postern_browser=\"; ;;=; postern_app=" + "x".repeat(3000));
        headers.put("garbage bearer", "Authorization: Bearer \"<script>alert(1)</script>\"");
        headers.put("broken basic", "Authorization: Basic !!!!");
        headers.put("a JWT of nothing", "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.");
        headers.put("a header too large", "X-Large: " + "x".repeat(60_000));
        headers.put("hostile languages", "Accept-Language: <script>alert(1)</script>;q=x, ,,;;--, " + "a-".repeat(500));
        headers.put("hostile Accept", "Accept: /;q=;;,,text");
        headers.put("hostile trace", "traceparent: 00-" + "z".repeat(32) + "-0-0");
        headers.put("hostile range", "Range: bytes=99999999999999999999-1");
        return headers;
    }

    private static Map<String, String> hostileBodies() {
        Map<String, String> bodies = new LinkedHashMap<>(hostileQueries());
        bodies.put("one megabyte and more", "grant_type=" + "x".repeat(1_100_000));
        bodies.put("an unknown grant", "grant_type=%3Cscript%3Ealert(1)%3C/script%3E&client_id=spa");
        bodies.put(
                "a code of garbage",
                "grant_type=authorization_code&client_id=spa&code=%ff&redirect_uri=x&code_verifier=%00");
        bodies.put(
                "a refresh token of garbage", "grant_type=refresh_token&client_id=spa&refresh_token=AQAAAAAAAAAAAAAA");
        bodies.put("token garbage", "token=%00%ff&client_id=spa&token_type_hint=%3Cscript%3Ealert(1)%3C/script%3E");
        bodies.put(
                "an assertion of garbage",
                "client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                        + "&client_assertion=a.b.c&grant_type=client_credentials");
        bodies.put("nothing", "");
        return bodies;
    }

    private static byte[] get(String target) {
        return get(target, "");
    }

    private static byte[] get(String target, String header) {
        return request("GET", target, header, "", "");
    }

    private static byte[] post(String target, String body) {
        return post(target, body, "application/x-www-form-urlencoded");
    }

    private static byte[] post(String target, String body, String contentType) {
        return request("POST", target, "", body, contentType);
    }

    private static byte[] request(String method, String target, String header, String body, String contentType) {
        String text = method + " " + target + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                + (header.isEmpty() ? "" : header + "\r\n")
                + (contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n")
                + (method.equals("POST") ? "Content-Length: " + body.length() + "\r\n" : "") + "\r\n" + body;
        return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static String cut(String text) {
        return text.length() > 400 ? text.substring(0, 400) : text;
    }
}
