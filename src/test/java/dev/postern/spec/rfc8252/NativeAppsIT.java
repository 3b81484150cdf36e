package dev.postern.spec.rfc8252;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8252 sections 7 and 8. */
class NativeAppsIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Browser browser = new Browser(server.issuer());

    private static Authorize to(String redirectUri) {
        return Authorize.with("native").and("redirect_uri", redirectUri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/callback",
                "http://127.0.0.1:51004/callback",
                "http://[::1]:51004/callback",
                "test.postern.native:/callback"
            })
    void the_answer_reaches_the_port_and_the_scheme_that_the_app_listens_on(String redirectUri) {
        Page page = browser.signIn(to(redirectUri).map(), "alice", "copper lantern at noon");

        assertThat(page.header("Location")).startsWith(redirectUri + "?code=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:51004/callback",
                "http://127.0.0.1:51004/other",
                "http://127.0.0.1:51004@evil.example/callback",
                "http://127.0.0.1:99999/callback",
                "https://127.0.0.1:51004/callback",
                "test.postern.other:/callback"
            })
    void nothing_but_the_port_may_differ(String redirectUri) {
        Page page = browser.authorize(to(redirectUri).map());

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("Location")).isEmpty();
    }

    @Test
    void a_native_app_needs_pkce() {
        Page page = browser.authorize(to("http://127.0.0.1:51004/callback")
                .without("code_challenge")
                .without("code_challenge_method")
                .map());

        assertThat(page.parameter("error")).contains("invalid_request");
    }

    @Test
    void it_is_never_approved_unseen_though_everything_was_granted_before() {
        Authorize request = to("http://127.0.0.1:51004/callback");
        browser.signIn(request.map(), "alice", "copper lantern at noon");

        Page again = browser.authorize(request.map());
        assertThat(again.location().getPath()).isEqualTo("/consent");

        Page silent = browser.authorize(request.and("prompt", "none").map());
        assertThat(silent.parameter("error")).contains("interaction_required");
    }

    @Test
    void the_consent_page_lets_its_form_lead_to_the_app() {
        assertThat(policy("test.postern.native:/callback")).contains("form-action 'self' test.postern.native:;");
        assertThat(policy("http://127.0.0.1:51004/callback")).contains("form-action 'self' http://127.0.0.1:51004;");
    }

    private String policy(String redirectUri) {
        Page login = browser.get(browser.authorize(to(redirectUri).map()).location());
        return login.header("Content-Security-Policy");
    }
}
