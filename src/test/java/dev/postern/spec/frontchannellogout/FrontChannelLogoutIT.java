package dev.postern.spec.frontchannellogout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** OpenID Connect Front-Channel Logout 1.0. */
class FrontChannelLogoutIT {

    private static final String AFTERWARDS = "http://127.0.0.1:18081/signed-out";
    private static final String PASSWORD = "copper lantern at noon";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Browser browser = new Browser(server.issuer());

    private Answer signIn(String client) {
        return OAuthClient.confidential(server, client).tokens(browser, "openid profile", "alice", PASSWORD);
    }

    private Page logOut(Answer tokens, String... more) {
        Map<String, String> parameters =
                new java.util.LinkedHashMap<>(Map.of("id_token_hint", tokens.text("id_token")));
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return browser.get("/logout?" + Browser.form(parameters));
    }

    private String frame(String uri, Answer tokens) {
        return "<iframe src=\"" + uri + "iss=" + URLEncoder.encode(server.issuer(), StandardCharsets.UTF_8)
                + "&amp;sid=" + tokens.claims("id_token").get("sid") + "\"";
    }

    @Test
    void the_page_after_the_logout_frames_every_application_of_the_session_with_issuer_and_session() {
        Answer one = signIn("web-framed");
        Answer other = signIn("web-framed-query");
        signIn("web-basic");

        Page page = browser.get(logOut(one).location());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(frame("http://127.0.0.1:18081/front?", one))
                .contains(frame("http://localhost:18085/front?a=b&amp;", other))
                .contains("You are signed out")
                .doesNotContain("http-equiv=\"refresh\"");
        assertThat(page.body().split("<iframe")).hasSize(3);
    }

    @Test
    void it_may_frame_those_origins_alone_and_nobody_may_frame_it() {
        Answer tokens = signIn("web-framed");
        signIn("web-framed-query");

        Page page = browser.get(logOut(tokens).location());

        assertThat(page.header("Content-Security-Policy"))
                .contains("frame-src http://127.0.0.1:18081 http://localhost:18085;")
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("script");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void it_goes_on_to_where_the_application_wanted() {
        Answer tokens = signIn("web-framed");

        Page page = browser.get(logOut(tokens, "post_logout_redirect_uri", AFTERWARDS, "state", "a\"b")
                .location());

        assertThat(page.body())
                .contains("http-equiv=\"refresh\" content=\"2;url=" + AFTERWARDS + "?state=a%22b\"")
                .contains("<a href=\"" + AFTERWARDS + "?state=a%22b\">");
    }

    @Test
    void without_such_applications_there_is_no_page_in_between() {
        Answer tokens = signIn("web-basic");

        assertThat(logOut(tokens, "post_logout_redirect_uri", AFTERWARDS).location())
                .hasToString(AFTERWARDS);
    }

    @Test
    void a_name_that_was_never_given_shows_the_plain_page() {
        Page page = browser.get("/signed-out?logout=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("You are signed out").doesNotContain("<iframe");
        assertThat(page.header("Content-Security-Policy")).doesNotContain("frame-src");
    }

    @Test
    void metadata_says_so() {
        Answer metadata =
                OAuthClient.send(new OAuthClient(server.issuer(), "", "").request("/.well-known/openid-configuration"));

        assertThat(metadata.json())
                .containsEntry("frontchannel_logout_supported", true)
                .containsEntry("frontchannel_logout_session_supported", true);
    }
}
