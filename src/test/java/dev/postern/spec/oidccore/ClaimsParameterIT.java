package dev.postern.spec.oidccore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core section 5.5: claims that are asked for one by one. */
class ClaimsParameterIT {

    private static final String PASSWORD = "seven quiet harbours";
    private static final String NAME = "{\"userinfo\":{\"name\":{\"essential\":true}}}";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");

    @Test
    void userinfo_says_what_was_asked_for_and_no_more() {
        Answer tokens = web.tokens("openid", "claims", NAME);
        assertThat(web.userInfo(tokens.text("access_token")).json())
                .containsOnlyKeys("sub", "name")
                .containsEntry("name", "Alice Example");
        assertThat(tokens.claims("id_token")).doesNotContainKey("name");
    }

    @Test
    void the_id_token_says_what_was_asked_for_there() {
        Answer tokens =
                web.tokens("openid profile", "claims", "{\"id_token\":{\"email\":null,\"email_verified\":null}}");
        assertThat(tokens.claims("id_token"))
                .containsEntry("email", "alice@example.com")
                .containsEntry("email_verified", true)
                .doesNotContainKeys("name", "address");
        assertThat(web.userInfo(tokens.text("access_token")).json()).doesNotContainKey("email");
    }

    @Test
    void lasts_as_long_as_the_grant() {
        Answer first = web.tokens(
                "openid offline_access", "claims", "{\"userinfo\":{\"name\":null},\"id_token\":{\"email\":null}}");
        Answer refreshed = web.refresh(first.text("refresh_token"));
        assertThat(web.userInfo(refreshed.text("access_token")).json()).containsOnlyKeys("sub", "name");
        assertThat(refreshed.claims("id_token")).containsEntry("email", "alice@example.com");
    }

    @Test
    void is_no_way_around_the_scopes_of_the_client() {
        OAuthClient limited = OAuthClient.confidential(server, "web-limited");
        Answer tokens =
                limited.tokens("openid", "claims", "{\"userinfo\":{\"name\":null},\"id_token\":{\"email\":null}}");
        assertThat(limited.userInfo(tokens.text("access_token")).json()).containsOnlyKeys("sub");
        assertThat(tokens.claims("id_token")).doesNotContainKey("email");
    }

    @Test
    void the_person_is_asked_once_in_words() {
        Browser browser = new Browser(server.issuer());
        browser.signIn(Authorize.with("first-party").and("scope", "openid").map(), "bob", PASSWORD);
        Map<String, String> without =
                Authorize.with("pkce-nonce").and("scope", "openid").map();
        Map<String, String> with = Authorize.with("pkce-nonce")
                .and("scope", "openid")
                .and("claims", NAME)
                .map();
        browser.decide(browser.get(browser.authorize(without).location()), "allow");

        Page consent = browser.get(browser.authorize(with).location());
        assertThat(consent.body()).contains("see your full name", "<code>name</code>");
        assertThat(browser.decide(consent, "allow").parameter("code")).isPresent();
        assertThat(browser.authorize(with).parameter("code")).isPresent();
        assertThat(browser.get("/account").body()).contains("see your full name");
    }

    @Test
    void nobody_is_asked_in_silence() {
        Browser browser = new Browser(server.issuer());
        browser.signIn(Authorize.with("first-party").and("scope", "openid").map(), "bob", PASSWORD);
        Authorize request = Authorize.with("refresh-never").and("scope", "openid");
        browser.decide(browser.get(browser.authorize(request.map()).location()), "allow");

        assertThat(browser.authorize(request.and("claims", NAME)
                                .and("prompt", "none")
                                .map())
                        .parameter("error"))
                .contains("consent_required");
    }

    @Test
    void malformed_it_is_refused() {
        for (String claims : new String[] {"name", "[]", "{\"userinfo\":[\"name\"]}"}) {
            assertThat(new Browser(server.issuer())
                            .authorize(web.authorization("openid", "claims", claims))
                            .parameter("error"))
                    .contains("invalid_request");
        }
    }

    @Test
    void another_subject_than_the_one_asked_for_is_not_answered() {
        Map<String, String> request = web.authorization(
                "openid", "prompt", "none", "claims", "{\"id_token\":{\"sub\":{\"value\":\"usr_nobody\"}}}");
        Browser browser = new Browser(server.issuer());
        browser.signIn(web.authorization("openid"), "alice", "copper lantern at noon");

        assertThat(browser.authorize(request).parameter("error")).contains("login_required");
    }

    @Test
    void acr_is_said_and_an_essential_one_that_cannot_be_had_is_refused() {
        assertThat(web.tokens("openid", "acr_values", "loa1 loa2").claims("id_token"))
                .containsEntry("acr", "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport");
        String loa3 = "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"loa3\"}}}";
        assertThat(new Browser(server.issuer())
                        .authorize(web.authorization("openid", "claims", loa3))
                        .parameter("error"))
                .contains("unmet_authentication_requirements");
    }
}
