package dev.postern.spec.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.Product;
import dev.postern.testserver.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every HTML page tells the browser to keep it safe, errors included: CSP Level 3, RFC 6797, RFC 9700 section 4.16. */
class PagesAreSafeIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Browser browser = new Browser(server.issuer());

    private static void isSafe(Page page) {
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'self'", "base-uri 'none'", "frame-ancestors 'none'")
                .contains("form-action 'self'")
                .doesNotContain("unsafe", "script-src");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Permissions-Policy")).isNotEmpty();
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Server")).isEmpty();
        assertThat(page.header("X-Powered-By")).isEmpty();
        assertThat(page.header("Strict-Transport-Security")).as("not over http").isEmpty();
        assertThat(page.headers("Content-Security-Policy")).hasSize(1);
        assertThat(page.body().length()).isLessThan(30_000);
        assertThat(page.body()).doesNotContain("<script", "onclick", "style=");
    }

    private Page loginPage(String clientId) {
        return browser.get(browser.authorize(Authorize.with(clientId).map()).location());
    }

    @Test
    void the_login_page() {
        Page page = loginPage("web-post");

        isSafe(page);
        assertThat(page.header("Content-Security-Policy"))
                .contains("img-src 'self';")
                .contains("form-action 'self' http://127.0.0.1:18081;");
    }

    @Test
    void the_consent_page_with_a_logo_and_a_way_to_the_client() {
        Page login = browser.get(browser.authorize(
                        Authorize.with("web-basic").and("prompt", "consent").map())
                .location());
        Page page = browser.get(
                browser.login(login, "alice", "copper lantern at noon").location());

        isSafe(page);
        assertThat(page.header("Content-Security-Policy"))
                .contains("img-src 'self' https://app.example;")
                .contains("form-action 'self' http://127.0.0.1:18081;");
    }

    @Test
    void the_signed_out_page() {
        isSafe(browser.get("/signed-out"));
    }

    @Test
    void the_pages_of_other_boxes_are_not_framed_and_not_sniffed() {
        for (String path : new String[] {
            "/picture", "/app", "/first-admin?link=unknown", "/new-password", "/new-password/done", "/console/reports"
        }) {
            Page page = browser.get(path);
            assertThat(page.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe-inline", "unsafe-eval");
            assertThat(page.headers("Content-Security-Policy")).as(path).hasSize(1);
            assertThat(page.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(page.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
        }
    }

    @Test
    void the_bare_address_leads_to_the_app() {
        assertThat(browser.get("/").location().toString()).isEqualTo(server.issuer() + "/app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/authorize",
                "/authorize?client_id=nobody",
                "/login",
                "/login?interaction=unknown",
                "/consent?interaction=unknown",
                "/consent?interaction=a&interaction=b",
                "/logout-confirm?logout=unknown",
                "/login.xhtml",
                "/consent.xhtml",
                "/faces/login.xhtml",
                "/nothing/here",
                "/index.html",
                "/assets/",
                "/assets/nothing.css",
                "/interaction/login",
                "/interaction/nothing",
                "/error"
            })
    void every_error_page(String path) {
        Page page = browser.get(path);

        isSafe(page);
        assertThat(page.status()).isBetween(400, 499);
        assertThat(page.body())
                .contains("<main")
                .doesNotContainIgnoringCase("payara")
                .doesNotContainIgnoringCase("glassfish")
                .doesNotContain("Exception", "at dev.postern");
    }

    /** WildFly answers these before any filter of an application, with a page of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/assets/../WEB-INF/web.xml"})
    void what_the_archive_holds_is_not_found(String path) {
        Page page = browser.get(path);

        assertThat(page.status()).isBetween(400, 499);
        assertThat(page.body()).doesNotContain("<web-app", "Manifest-Version");
        if (Product.underTest() != Product.WILDFLY) {
            isSafe(page);
            assertThat(page.body()).contains("<main");
        }
    }

    @Test
    void the_error_pages_of_forms() {
        isSafe(browser.post("/interaction/login", Map.of()));
        isSafe(browser.post("/interaction/consent", Map.of("decision", "allow")));
        isSafe(browser.post("/interaction/consent", Map.of()));
        isSafe(browser.post("/logout/confirm", Map.of("decision", "sign-out")));
        isSafe(browser.post("/login", Map.of("username", "alice")));
        isSafe(browser.postRaw("/interaction/login", "token=%FF"));
        isSafe(browser.postRaw("/interaction/login", "token=a&token=b"));
        isSafe(browser.postRaw("/interaction/login", "token=" + "a".repeat(100_000)));
    }

    @Test
    void no_container_session_is_ever_begun() {
        loginPage("web-basic");
        browser.get("/signed-out");
        browser.get("/nothing");

        assertThat(browser.cookies().keySet()).containsOnly("postern_browser");
    }

    @Test
    void cookies_are_for_the_server_alone() {
        browser.signIn(Authorize.with("web-basic").map(), "alice", "copper lantern at noon");
        Page login = browser.get(browser.authorize(
                        Authorize.with("web-basic").and("prompt", "login").map())
                .location());
        Page page = browser.login(login, "alice", "copper lantern at noon");

        assertThat(page.headers("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("; HttpOnly", "; SameSite=Lax", "; Path=/")
                        .doesNotContain("Domain"));
    }

    @Test
    void authorize_answers_no_other_origin() {
        Page page = browser.get(
                "/authorize?" + Browser.form(Authorize.with("web-basic").map()), "Origin", "https://app.example");

        assertThat(page.header("Access-Control-Allow-Origin")).isEmpty();
    }
}
