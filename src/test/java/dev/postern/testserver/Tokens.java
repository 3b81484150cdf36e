package dev.postern.testserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.testserver.Browser.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Signs people in at the client web-basic and redeems its codes. */
public final class Tokens {

    private static final String CREDENTIALS = "web-basic:web-basic-secret-0123456789-abcdefgh";

    private Tokens() {}

    /** The token answer to a sign-in with this request, which must be web-basic's. */
    public static JsonNode signIn(Browser browser, Authorize request, String username, String password) {
        Page callback = browser.signIn(request.map(), username, password);
        return redeem(browser, callback.parameter("code").orElseThrow(() -> new AssertionError(callback.location())));
    }

    public static JsonNode redeem(Browser browser, String code) {
        Page answer = post(
                browser,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        Authorize.CALLBACK,
                        "code_verifier",
                        Authorize.VERIFIER));
        return json(answer);
    }

    public static JsonNode refresh(Browser browser, String refreshToken) {
        return json(post(browser, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken)));
    }

    public static JsonNode introspect(Browser browser, String token) {
        return json(browser.post("/introspect", Map.of("token", token), "Authorization", basic()));
    }

    public static String idToken(Browser browser, String username, String password) {
        return signIn(browser, Authorize.with("web-basic"), username, password)
                .path("id_token")
                .asText();
    }

    private static Page post(Browser browser, Map<String, String> fields) {
        return browser.post("/token", fields, "Authorization", basic());
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(CREDENTIALS.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(Page page) {
        try {
            return new ObjectMapper().readTree(page.body());
        } catch (IOException e) {
            throw new UncheckedIOException(page.status() + " " + page.body(), e);
        }
    }
}
