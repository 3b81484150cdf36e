package dev.postern.spec.oidccore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** OAuth 2.0 Form Post Response Mode section 2; OAuth 2.0 Multiple Response Type Encoding Practices section 2.1; RFC 9207 section 2. */
class FormPostIT {

    private static final String PASSWORD = "copper lantern at noon";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Browser browser = new Browser(server.issuer());
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");

    private Page signedIn(Map<String, String> request) {
        browser.signIn(web.authorization("openid"), "alice", PASSWORD);
        return browser.authorize(request);
    }

    @Test
    void a_page_takes_the_code_to_the_client() {
        Page page = signedIn(web.authorization("openid", "response_mode", "form_post", "state", "\"><b>x"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Location")).isEmpty();
        assertThat(page.body())
                .contains("<form method=\"post\" action=\"" + Authorize.CALLBACK + "\">", "Continue</button>")
                .doesNotContain("<b>x");
        assertThat(page.fields()).containsOnlyKeys("code", "state", "iss").containsEntry("iss", server.issuer());
        assertThat(web.redeem(page.fields().get("code")).status()).isEqualTo(200);
    }

    @Test
    void its_one_script_is_known_by_its_hash_and_nothing_is_stored() {
        Page page = signedIn(web.authorization("openid", "response_mode", "form_post"));

        assertThat(page.headers("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("script-src 'sha256-", "form-action 'self' http://127.0.0.1:18081", "default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void comes_after_the_login_form_too() {
        Page login = browser.get(browser.authorize(web.authorization("openid", "response_mode", "form_post"))
                .location());
        Page next = browser.login(login, "alice", PASSWORD);
        Page page = next.status() == 303 ? browser.decide(browser.get(next.location()), "allow") : next;

        assertThat(page.fields()).containsKeys("code", "iss");
        assertThat(page.headers("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("script-src 'sha256-");
    }

    @Test
    void a_refusal_travels_the_same_way() {
        Page page = browser.authorize(web.authorization("openid", "response_mode", "form_post", "prompt", "none"));

        assertThat(page.fields())
                .containsEntry("error", "login_required")
                .containsKeys("state", "iss", "error_description");
    }

    @Test
    void speaks_the_language_that_was_asked_for() {
        Map<String, String> request =
                web.authorization("openid", "response_mode", "form_post", "prompt", "none", "ui_locales", "es");

        assertThat(browser.authorize(request).body()).contains("lang=\"es\"", "Continuar");
    }

    @Test
    void a_fragment_is_another_way() {
        Page page = signedIn(web.authorization("openid", "response_mode", "fragment"));

        assertThat(page.location().getQuery()).isNull();
        assertThat(page.fragment("code")).isPresent();
        assertThat(page.fragment("iss")).contains(server.issuer());
    }
}
