package dev.postern.spec.rfc9207;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import org.junit.jupiter.api.Test;

/** RFC 9207 section 2. */
class IssuerIdentificationIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Browser browser = new Browser(server.issuer());

    @Test
    void a_code_comes_with_the_issuer() {
        Page page = browser.signIn(Authorize.with("web-basic").map(), "alice", "copper lantern at noon");

        assertThat(page.parameter("iss")).contains(server.issuer());
    }

    @Test
    void an_error_comes_with_the_issuer() {
        Page page = browser.authorize(
                Authorize.with("web-basic").and("prompt", "none").map());

        assertThat(page.parameter("error")).contains("login_required");
        assertThat(page.parameter("iss")).contains(server.issuer());
    }

    @Test
    void a_denial_comes_with_the_issuer() {
        Page login = browser.get(browser.authorize(
                        Authorize.with("web-basic").and("prompt", "consent").map())
                .location());
        Page consent = browser.get(
                browser.login(login, "alice", "copper lantern at noon").location());
        Page page = browser.decide(consent, "deny");

        assertThat(page.parameter("error")).contains("access_denied");
        assertThat(page.parameter("iss")).contains(server.issuer());
    }

    @Test
    void the_issuer_is_the_configured_one_whatever_the_request_says() {
        Page page = browser.get(
                "/authorize?"
                        + Browser.form(Authorize.with("web-basic")
                                .and("prompt", "none")
                                .map()),
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Proto",
                "https",
                "Forwarded",
                "host=evil.example;proto=https");

        assertThat(page.parameter("iss")).contains(server.issuer());
    }
}
