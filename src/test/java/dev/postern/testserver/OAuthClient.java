package dev.postern.testserver;

import dev.postern.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An OAuth client as a third party would write it: gets codes through a {@link Browser} and speaks to the token service.
 *
 * @param id client id as in the shared set-up file
 * @param secret its secret; empty for a public client, which sends client_id in the body
 */
public record OAuthClient(String issuer, String id, String secret) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";
    private static final int SECRET_LENGTH = 36;

    /** A confidential client of the shared set-up file, whose secrets all have one pattern. */
    public static OAuthClient confidential(TestServer server, String id) {
        return new OAuthClient(
                server.issuer(), id, (id + "-secret-0123456789-" + ALPHABET).substring(0, SECRET_LENGTH));
    }

    /** A public client of the shared set-up file. */
    public static OAuthClient open(TestServer server, String id) {
        return new OAuthClient(server.issuer(), id, "");
    }

    /** Any JSON answer of the server. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return String.join(", ", response.headers().allValues(name));
        }

        public Map<String, Object> json() {
            return Json.readObject(response.body());
        }

        public String text(String member) {
            return String.valueOf(json().getOrDefault(member, ""));
        }

        public String error() {
            return text("error");
        }

        /** The claims of a JWT in the answer, unverified. */
        public Map<String, Object> claims(String member) {
            return part(member, 1);
        }

        public Map<String, Object> jwtHeader(String member) {
            return part(member, 0);
        }

        private Map<String, Object> part(String member, int index) {
            byte[] decoded = Base64.getUrlDecoder().decode(text(member).split("\\.")[index]);
            return Json.readObject(new String(decoded, StandardCharsets.UTF_8));
        }
    }

    /** Parameters of an authorization request as {@link Authorize} has them; pairs given replace or add, null removes. */
    public Map<String, String> authorization(String scope, String... more) {
        Map<String, String> parameters =
                new LinkedHashMap<>(Authorize.with(id).and("scope", scope).map());
        parameters.put("state", UUID.randomUUID().toString());
        put(parameters, more);
        return parameters;
    }

    /** Signs alice in with a browser of her own and returns the code. */
    public String code(String scope, String... more) {
        return code(new Browser(issuer), scope, more);
    }

    public String code(Browser browser, String scope, String... more) {
        return code(browser, authorization(scope, more), "alice", "copper lantern at noon");
    }

    private static String code(Browser browser, Map<String, String> request, String username, String password) {
        Browser.Page page = browser.signIn(request, username, password);
        return page.parameter("code").orElseThrow(() -> new AssertionError("no code but " + page.location()));
    }

    public Answer redeem(String code, String... more) {
        Map<String, String> form = form("authorization_code");
        form.put("code", code);
        form.put("redirect_uri", Authorize.CALLBACK);
        form.put("code_verifier", Authorize.VERIFIER);
        put(form, more);
        return post("/token", form);
    }

    public Answer refresh(String refreshToken, String... more) {
        Map<String, String> form = form("refresh_token");
        form.put("refresh_token", refreshToken);
        put(form, more);
        return post("/token", form);
    }

    public Answer clientCredentials(String... more) {
        Map<String, String> form = form("client_credentials");
        put(form, more);
        return post("/token", form);
    }

    /** Asks as a device without a browser: RFC 8628 section 3.1. */
    public Answer askAsDevice(String scope, String... more) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("scope", scope));
        put(form, more);
        return post("/device_authorization", form);
    }

    /** Asks for the tokens of a device code. */
    public Answer poll(String deviceCode, String... more) {
        Map<String, String> form = form("urn:ietf:params:oauth:grant-type:device_code");
        form.put("device_code", deviceCode);
        put(form, more);
        return post("/token", form);
    }

    /** Sign-in, code, tokens. */
    public Answer tokens(String scope, String... more) {
        return redeem(code(scope, more));
    }

    /** The same for somebody else, or with a browser that is signed in afterwards. */
    public Answer tokens(Browser browser, String scope, String username, String password) {
        return redeem(code(browser, authorization(scope), username, password));
    }

    public Answer introspect(String token) {
        return post("/introspect", new LinkedHashMap<>(Map.of("token", token)));
    }

    public Answer revoke(String token) {
        return post("/revoke", new LinkedHashMap<>(Map.of("token", token)));
    }

    public Answer userInfo(String accessToken) {
        return send(request("/userinfo")
                .header("Authorization", "Bearer " + accessToken)
                .GET());
    }

    /** Posts as this client, authenticated by its registered method (basic or none). */
    public Answer post(String path, Map<String, String> form) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
        if (secret.isEmpty()) {
            form.putIfAbsent("client_id", id);
        } else {
            request.header("Authorization", basic());
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(Browser.form(form))));
    }

    public String basic() {
        String pair =
                URLEncoder.encode(id, StandardCharsets.UTF_8) + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** A request to a path below the issuer, without any authentication. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(issuer + path));
    }

    public static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String grantType) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", grantType);
        return form;
    }

    /** A null value removes a parameter. */
    private static void put(Map<String, String> parameters, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null) {
                parameters.remove(namesAndValues[i]);
            } else {
                parameters.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
    }
}
