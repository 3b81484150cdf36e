package dev.postern.spec.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passwords cannot be guessed, and user names cannot be found out: RFC 6749 section 10.10. Also what the issuer's https brings. */
class GuessingIT {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.fresh(
                Mode.EMBEDDED,
                Map.of(
                        "POSTERN_ISSUER", "https://sign-in.example",
                        "POSTERN_TRUSTED_PROXIES", "127.0.0.1,::1",
                        "POSTERN_LOGIN_FAILURES_PER_ACCOUNT", "3",
                        "POSTERN_LOGIN_FAILURES_PER_ADDRESS", "8",
                        "POSTERN_CLIENT_AUTHENTICATION_FAILURES_PER_CLIENT", "3",
                        "POSTERN_CLIENT_AUTHENTICATION_FAILURES_PER_ADDRESS", "8"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Browser from(String address) {
        return new Browser("http://localhost:" + server.port())
                .behind("https://sign-in.example")
                .always("X-Forwarded-For", address);
    }

    private static Page loginPage(Browser browser) {
        return browser.get(browser.authorize(Authorize.with("web-basic").map()).location());
    }

    private static Page fail(Browser browser, String username) {
        Page failed = browser.login(loginPage(browser), username, "wrong");
        return failed.status() == 303 ? browser.get(failed.location()) : failed;
    }

    private static String withoutIds(Page page, String username) {
        return page.body().replaceAll("value=\"[^\"]*\"", "").replace(username, "");
    }

    @ParameterizedTest
    @CsvSource({"alice, 192.0.2.10", "carol, 192.0.2.11"})
    void an_unknown_user_name_gets_the_answer_of_a_known_or_disabled_one(String username, String address) {
        Browser browser = from(address);
        Page known = fail(browser, username);
        Page unknown = fail(browser, "nobody-" + username);

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(200);
        assertThat(withoutIds(known, username)).isEqualTo(withoutIds(unknown, "nobody-" + username));
    }

    @ParameterizedTest
    @CsvSource({"adam, 192.0.2.20", "nobody-at-all, 192.0.2.21"})
    void a_user_name_must_wait_after_too_many_failures_whether_it_exists_or_not(String username, String address) {
        Browser browser = from(address);
        for (int i = 0; i < 3; i++) {
            assertThat(fail(browser, username).body()).contains("don't match");
        }
        assertThat(fail(from("192.0.2.29"), username).body()).contains("Too many");
        Page right = browser.login(loginPage(browser), username, "nine tall sunflower fields");
        assertThat(right.location().getPath()).isEqualTo("/login");
    }

    @Test
    void an_address_must_wait_after_too_many_failures_and_others_need_not() {
        Browser browser = from("192.0.2.30");
        for (int i = 0; i < 8; i++) {
            fail(browser, "somebody-" + i);
        }
        Page refused = browser.login(loginPage(browser), "audrey", "marble stairs and echoes");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Security-Policy")).contains("default-src 'none'");
        Browser other = from("192.0.2.31");
        assertThat(other.login(loginPage(other), "audrey", "marble stairs and echoes")
                        .headers("Set-Cookie"))
                .isNotEmpty();
    }

    @Test
    void a_success_forgets_the_failures_of_the_user_name() {
        Browser browser = from("192.0.2.40");
        for (int round = 0; round < 2; round++) {
            fail(browser, "bob");
            fail(browser, "bob");
            Page right = browser.login(loginPage(browser), "bob", "seven quiet harbours");
            assertThat(right.headers("Set-Cookie")).isNotEmpty();
            browser.cookies().remove("__Host-postern_session");
        }
    }

    private static Answer asClient(String path, String clientId, String secret, String address) {
        OAuthClient client = new OAuthClient("http://localhost:" + server.port(), clientId, secret);
        return OAuthClient.send(client.request(path)
                .header("X-Forwarded-For", address)
                .header("Authorization", client.basic())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&token=x")));
    }

    @ParameterizedTest
    @CsvSource({"/token, service, 192.0.2.60", "/introspect, rs-mail, 192.0.2.61", "/revoke, nobody, 192.0.2.62"})
    void a_client_must_wait_after_too_many_wrong_secrets_whether_it_exists_or_not(
            String path, String clientId, String address) {
        for (int i = 0; i < 3; i++) {
            Answer refused = asClient(path, clientId, "w".repeat(36), address);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate")).startsWith("Basic");
        }
        Answer tooMany = asClient(path, clientId, "w".repeat(36), address);
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.error()).isEqualTo("invalid_client");
        assertThat(tooMany.header("Retry-After")).isEqualTo("60");
        String secret = OAuthClient.confidential(server, clientId).secret();
        assertThat(asClient(path, clientId, secret, address).status()).isEqualTo(429);
    }

    @Test
    void a_clients_failures_lock_it_out_nowhere_else_and_others_not_at_all() {
        String secret = OAuthClient.confidential(server, "service").secret();
        for (int i = 0; i < 4; i++) {
            asClient("/token", "service", "w".repeat(36), "192.0.2.70");
        }
        assertThat(asClient("/token", "service", secret, "192.0.2.71").status()).isEqualTo(200);
        String others = OAuthClient.confidential(server, "rs-orders").secret();
        assertThat(asClient("/introspect", "rs-orders", others, "192.0.2.70").status())
                .isEqualTo(200);
    }

    @Test
    void an_address_that_tries_many_clients_is_told_to_wait() {
        for (int i = 0; i < 8; i++) {
            assertThat(asClient("/token", "client-" + i, "w".repeat(36), "192.0.2.72")
                            .status())
                    .isEqualTo(401);
        }
        assertThat(asClient("/token", "client-8", "w".repeat(36), "192.0.2.72").status())
                .isEqualTo(429);
    }

    @Test
    void an_https_issuer_sets_host_cookies_and_hsts_whatever_the_connection_is() {
        Browser browser = from("192.0.2.50");
        Page begun = browser.authorize(Authorize.with("web-basic").map());
        Page right = browser.login(browser.get(begun.location()), "bob", "seven quiet harbours");

        assertThat(begun.headers("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-postern_browser=")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Domain");
        assertThat(right.headers("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie ->
                        assertThat(cookie).startsWith("__Host-postern_").contains("; Secure"));
        assertThat(begun.header("Strict-Transport-Security")).startsWith("max-age=");
    }

    @Test
    void the_host_header_has_no_effect() {
        Page page = from("192.0.2.51")
                .always("X-Forwarded-Host", "evil.example")
                .always("X-Forwarded-Proto", "http")
                .always("Forwarded", "host=evil.example")
                .authorize(Authorize.with("web-basic").map());

        assertThat(page.header("Location")).startsWith("https://sign-in.example/login?interaction=");
    }
}
