package dev.postern.spec.sessionmanagement;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.DebianPackages;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.TestServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** OpenID Connect Session Management 1.0, with a real browser for the page in the client's frame. */
class SessionManagementIT {

    private static final String CLIENT = "http://localhost:18085";
    private static final String PASSWORD = "copper lantern at noon";

    /** Section 3.1: what a client's own frame does, once. */
    private static final String ASK = """
            ([issuer, message]) => new Promise(resolve => {
              const frame = document.createElement('iframe');
              window.addEventListener('message', event => { if (event.origin === issuer) { resolve(event.data); } });
              frame.onload = () => frame.contentWindow.postMessage(message, issuer);
              frame.src = issuer + '/session/check';
              document.body.append(frame);
            })""";

    private static TestServer server;
    private static HttpServer client;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.sharedWithExtras();
        client = HttpServer.create(new InetSocketAddress("localhost", 18085), 0);
        client.createContext("/", exchange -> {
            byte[] page = "<!DOCTYPE html><title>client</title><body></body>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        client.start();
    }

    @AfterAll
    static void stop() {
        client.stop(0);
    }

    private static Map<String, String> request() {
        return Authorize.with("web-elsewhere")
                .and("redirect_uri", CLIENT + "/callback")
                .map();
    }

    private static String ask(Page page, String message) {
        return String.valueOf(page.evaluate(ASK, List.of(server.issuer(), message)));
    }

    @Test
    void the_page_in_the_clients_frame_says_when_the_session_has_changed() {
        try (Playwright playwright = Playwright.create();
                com.microsoft.playwright.Browser chromium = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(DebianPackages.CHROMIUM.require())
                                .setArgs(List.of("--no-sandbox")))) {
            Page page = chromium.newPage();
            page.navigate(server.issuer() + "/authorize?" + Browser.form(request()) + "&prompt=consent");
            page.locator("input[name=username]").fill("alice");
            page.locator("input[name=password]").fill(PASSWORD);
            page.locator("button").click();
            page.waitForURL("**/consent?interaction=*");
            page.locator("button[value=allow]").click();
            page.waitForURL(CLIENT + "/callback?code=*");
            String state = Browser.query(URI.create(page.url())).get("session_state");

            assertThat(state).matches("[0-9a-f]{64}\\.[A-Za-z0-9_-]{16,}");
            assertThat(ask(page, "web-elsewhere " + state)).isEqualTo("unchanged");
            assertThat(ask(page, "another-client " + state)).isEqualTo("changed");
            assertThat(ask(page, "web-elsewhere")).isEqualTo("error");

            page.navigate(server.issuer() + "/logout");
            page.locator("button[value=sign-out]").click();
            page.waitForURL("**/signed-out");
            page.navigate(CLIENT + "/later");
            assertThat(ask(page, "web-elsewhere " + state)).isEqualTo("changed");
        }
    }

    @Test
    void the_page_may_be_framed_by_anybody_and_runs_its_own_script_alone() {
        Browser.Page page = new Browser(server.issuer()).get("/session/check");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'sha256-")
                .endsWith("frame-ancestors *");
        assertThat(page.headers("X-Frame-Options")).isEmpty();
        assertThat(page.body()).contains("postern_state").doesNotContain("COOKIE");
    }

    @Test
    void its_cookie_is_beside_that_of_the_session_and_says_nothing_of_it() {
        Browser browser = new Browser(server.issuer());
        Browser.Page answer = browser.signIn(request(), "alice", PASSWORD);

        assertThat(answer.headers("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("postern_state=") && !cookie.contains("HttpOnly"));
        assertThat(browser.cookies().get("postern_state"))
                .isNotEqualTo(browser.cookies().get("postern_session"))
                .hasSize(43);
        Browser.Page again = browser.authorize(request());
        assertThat(again.parameter("session_state")).isPresent();
        assertThat(again.parameter("session_state")).isNotEqualTo(answer.parameter("session_state"));
    }

    @Test
    void metadata_says_so_where_it_is_enabled() {
        assertThat(metadata(server)).containsEntry("check_session_iframe", server.issuer() + "/session/check");
    }

    @Test
    void by_default_there_is_nothing_of_it() {
        TestServer plain = TestServer.shared(Mode.EMBEDDED);
        Browser browser = new Browser(plain.issuer());
        Browser.Page answer = browser.signIn(request(), "alice", PASSWORD);

        assertThat(answer.parameter("session_state")).isEmpty();
        assertThat(browser.cookies()).doesNotContainKey("postern_state");
        assertThat(browser.get("/session/check").status()).isEqualTo(404);
        assertThat(browser.get("/session/check").header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(metadata(plain)).doesNotContainKey("check_session_iframe");
    }

    private static Map<String, Object> metadata(TestServer of) {
        return OAuthClient.send(new OAuthClient(of.issuer(), "", "").request("/.well-known/openid-configuration"))
                .json();
    }
}
