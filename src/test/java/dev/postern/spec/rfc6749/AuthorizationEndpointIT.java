package dev.postern.spec.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 sections 3.1, 4.1.1 and 4.1.2. */
class AuthorizationEndpointIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Browser browser = new Browser(server.issuer());

    @Test
    void answers_a_good_request_with_a_code_and_the_state_as_it_was() {
        Page page = browser.signIn(
                Authorize.with("web-basic").and("state", "a b&c=d/é\"<").map(), "alice", "copper lantern at noon");

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location().toString()).startsWith(Authorize.CALLBACK + "?");
        assertThat(page.parameter("code").orElseThrow()).hasSizeGreaterThanOrEqualTo(27);
        assertThat(page.parameter("state")).contains("a b&c=d/é\"<");
    }

    @Test
    void a_request_without_state_gets_none() {
        Page page =
                browser.signIn(Authorize.with("web-basic").without("state").map(), "alice", "copper lantern at noon");

        assertThat(page.parameter("code")).isPresent();
        assertThat(page.parameter("state")).isEmpty();
    }

    @Test
    void an_unknown_client_gets_a_page_and_no_redirect() {
        isPage(browser.authorize(Authorize.with("nobody").map()));
        isPage(browser.authorize(
                Authorize.with("web-basic").without("client_id").map()));
        isPage(browser.get("/authorize"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://127.0.0.1:18081/callback/",
                "http://127.0.0.1:18081/callback?x=1",
                "http://127.0.0.1:18081/callback#x",
                "http://127.0.0.1:18081/Callback",
                "http://127.0.0.1:18082/callback",
                "http://127.0.0.1:18081@evil.example/callback",
                "http://127.0.0.1:18081/callback/../callback",
                "http://127.0.0.1:18081\\@evil.example/callback",
                "http://127.0.0.1:18081/callback\r\nSet-Cookie: a=b",
                "//evil.example/",
                "javascript:alert(1)",
                "not a uri"
            })
    void an_unregistered_redirect_uri_gets_a_page_and_no_redirect(String redirectUri) {
        Page page = browser.authorize(
                Authorize.with("web-basic").and("redirect_uri", redirectUri).map());

        isPage(page);
        assertThat(page.body()).doesNotContain("evil.example").doesNotContain("javascript");
    }

    @Test
    void an_unregistered_redirect_uri_gets_a_page_even_when_something_else_is_wrong_too() {
        isPage(browser.authorize(Authorize.with("web-basic")
                .and("redirect_uri", "https://evil.example/")
                .and("response_type", "token")
                .and("prompt", "none")
                .map()));
    }

    @Test
    void a_query_of_the_redirect_uri_is_kept() {
        Page page = browser.authorize(Authorize.with("web-two-uris")
                .and("redirect_uri", "https://app.example/callback?tenant=one")
                .and("response_type", "none")
                .map());

        assertThat(page.location().toString()).startsWith("https://app.example/callback?tenant=one&error=");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, none, unsupported_response_type",
        "response_type, '', invalid_request",
        "response_mode, jwt, invalid_request",
        "scope, '', invalid_scope",
        "scope, 'openid  x', invalid_scope",
        "code_challenge_method, plain, invalid_request",
        "resource, https://unknown.example/, invalid_target",
        "max_age, never, invalid_request",
        "request, e30.e30., invalid_request_object",
        "request_uri, https://evil.example/, request_uri_not_supported"
    })
    void a_wrong_parameter_is_told_to_the_client(String parameter, String value, String error) {
        Page page = browser.authorize(
                Authorize.with("web-basic").and(parameter, value).map());

        assertThat(page.location().toString()).startsWith(Authorize.CALLBACK + "?");
        assertThat(page.parameter("error")).contains(error);
        assertThat(page.parameter("state")).contains("af0ifjsldkj");
        assertThat(page.parameter("code")).isEmpty();
    }

    @Test
    void a_scope_that_is_not_the_clients_is_refused() {
        Page page = browser.authorize(
                Authorize.with("web-limited").and("scope", "openid orders.read").map());

        assertThat(page.parameter("error")).contains("invalid_scope");
    }

    @Test
    void a_client_without_the_grant_is_told_so() {
        Page page = browser.get(
                "/authorize?" + Browser.form(Authorize.with("service").map()));

        assertThat(page.status()).isEqualTo(400);
    }

    @Test
    void a_repeated_parameter_is_an_invalid_request_and_its_value_is_not_echoed() {
        String query = Browser.form(Authorize.with("web-basic").map());

        assertThat(browser.get("/authorize?" + query + "&nonce=again").parameter("error"))
                .contains("invalid_request");
        Page twiceState = browser.get("/authorize?" + query + "&state=again");
        assertThat(twiceState.parameter("error")).contains("invalid_request");
        assertThat(twiceState.parameter("state")).isEmpty();
        isPage(browser.get("/authorize?" + query + "&client_id=web-basic"));
        isPage(browser.get("/authorize?" + query + "&redirect_uri=https%3A%2F%2Fevil.example%2F"));
    }

    @Test
    void a_post_is_answered_by_a_get_that_does_the_same() {
        Page posted = browser.post("/authorize", Authorize.with("web-basic").map());

        assertThat(posted.status()).isEqualTo(303);
        assertThat(posted.location().toString()).startsWith(server.issuer() + "/authorize?posted=");
        Page picked = browser.get(posted.location());
        assertThat(picked.location().toString()).startsWith(server.issuer() + "/login?interaction=");
    }

    @Test
    void a_posted_request_that_is_unknown_gets_a_page() {
        isPage(browser.get("/authorize?posted=unknown"));
        isPage(browser.get("/authorize?posted=a&posted=b"));
    }

    @Test
    void the_query_of_a_post_counts_for_nothing() {
        Page posted = browser.post(
                "/authorize?" + Browser.form(Authorize.with("web-basic").map()), Map.of("client_id", "nobody"));

        isPage(browser.get(posted.location()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"client_id=%ff", "client_id=%c0%af", "client_id=web-basic%00", "%00=%00", "client_id=%ED%A0%80"})
    void what_is_not_utf8_or_text_gets_a_page(String parameters) {
        isPage(browser.get("/authorize?" + parameters));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id=%", "client_id=%4", "client_id=%zz", "\u00ff=\u00fe"})
    void a_body_that_is_not_form_encoded_gets_a_page(String body) {
        isPage(browser.postRaw("/authorize", body));
    }

    @Test
    void more_than_a_request_can_need_is_refused() {
        Page page = browser.postRaw("/authorize", "client_id=" + "a".repeat(1_000_000));

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    private static void isPage(Page page) {
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("Location")).isEmpty();
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body())
                .contains("<main")
                .doesNotContainIgnoringCase("payara")
                .doesNotContain("Exception");
    }
}
