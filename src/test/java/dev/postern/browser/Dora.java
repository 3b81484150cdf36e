package dev.postern.browser;

import com.microsoft.playwright.Page;
import dev.postern.platform.Digests;
import dev.postern.testserver.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The user of the browser test, and what she does. */
final class Dora {

    static final String USERNAME = "dora";
    private static final String PASSWORD = "winter tractor by the sea";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Dora() {}

    /** Without a screen, at another application: so the browser is a new device, and its consent is still to be given. */
    static void signInWithAnotherDevice(String issuer) {
        String verifier = "a-verifier-of-at-least-forty-three-characters-0123456789";
        new Browser(issuer)
                .signIn(
                        Map.of(
                                "response_type", "code",
                                "client_id", "web-limited",
                                "redirect_uri", "http://127.0.0.1:18081/callback",
                                "scope", "openid",
                                "state", "another-device-0123456789",
                                "code_challenge", Digests.sha256(verifier),
                                "code_challenge_method", "S256"),
                        USERNAME,
                        PASSWORD);
    }

    /** From the app's welcome page over login and consent back to the app. */
    static void signIn(Page page, String app) {
        page.navigate(app);
        page.locator("a.go").click();
        page.locator("input[name=username]").fill(USERNAME);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("form[action$='/interaction/login'] button").click();
        page.locator("button[name=decision][value=allow]").click();
        page.waitForURL(url -> url.startsWith(app) && !url.contains("callback"));
    }

    static void tryToWriteANote(Page page) {
        page.locator("form[action$='/refused-call'] button").click();
        page.waitForURL("**/refused-call");
    }

    /** The hops that the app's page shows; workers and the load of metrics take a moment, so the page is loaded again until then. */
    static Set<String> hops(Page page, Set<String> expected) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Set<String> shown = shown(page);
        while (!shown.containsAll(expected) && Instant.now().isBefore(deadline)) {
            page.waitForTimeout(1_000);
            page.reload();
            shown = shown(page);
        }
        return shown;
    }

    private static Set<String> shown(Page page) {
        return new HashSet<>(page.locator("ol.hops li b").allTextContents());
    }
}
