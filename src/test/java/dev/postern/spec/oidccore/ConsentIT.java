package dev.postern.spec.oidccore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core sections 3.1.2.4 and 11. */
class ConsentIT {

    private static final String PASSWORD = "seven quiet harbours";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Browser browser = new Browser(server.issuer());

    @BeforeEach
    void sign_bob_in() {
        browser.signIn(Authorize.with("first-party").and("scope", "openid").map(), "bob", PASSWORD);
    }

    private Page authorize(Authorize request) {
        return browser.authorize(request.map());
    }

    private Page consentPage(Authorize request) {
        Page redirect = authorize(request);
        assertThat(redirect.location().getPath()).isEqualTo("/consent");
        return browser.get(redirect.location());
    }

    @Test
    void is_asked_once_and_remembered_for_this_client_and_scope() {
        Authorize request = Authorize.with("web-two-uris").and("scope", "openid");
        Page allowed = browser.decide(consentPage(request), "allow");
        assertThat(allowed.parameter("code")).isPresent();

        assertThat(authorize(request).parameter("code")).isPresent();
        assertThat(authorize(request.and("scope", "openid profile")).location().getPath())
                .isEqualTo("/consent");
        assertThat(authorize(Authorize.with("web-opaque").and("scope", "openid"))
                        .location()
                        .getPath())
                .isEqualTo("/consent");
    }

    @Test
    void denied_is_told_to_the_client_and_not_remembered() {
        Authorize request = Authorize.with("web-es256").and("scope", "openid email");
        Page denied = browser.decide(consentPage(request), "deny");

        assertThat(denied.parameter("error")).contains("access_denied");
        assertThat(denied.parameter("state")).isPresent();
        assertThat(denied.parameter("code")).isEmpty();
        assertThat(authorize(request).location().getPath()).isEqualTo("/consent");
    }

    @Test
    void says_who_asks_for_what_and_where_it_leads() {
        Page page = consentPage(Authorize.with("web-elsewhere")
                .and("redirect_uri", "http://localhost:18084/callback")
                .and("scope", "openid notes.read"));

        assertThat(page.body()).contains("Web Elsewhere", "read your notes", "http://localhost:18084", "Bob");
    }

    @Test
    void a_first_party_client_needs_none() {
        assertThat(authorize(Authorize.with("first-party").and("scope", "openid profile"))
                        .parameter("code"))
                .isPresent();
    }

    @Test
    void offline_access_is_asked_even_there() {
        Authorize request = Authorize.with("first-party").and("scope", "openid offline_access");

        assertThat(authorize(request).location().getPath()).isEqualTo("/consent");
        assertThat(authorize(request.and("prompt", "none")).parameter("error")).contains("consent_required");
    }

    @Test
    void the_consent_page_is_no_good_after_a_logout() {
        Page page = consentPage(Authorize.with("web-basic").and("prompt", "consent"));
        browser.cookies().remove("postern_session");

        assertThat(browser.decide(page, "allow").status()).isEqualTo(400);
    }
}
