package dev.postern.spec.oidccore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.TestServer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core section 3.2: response types id_token and id_token token, where an administrator has allowed them. */
class FrontChannelTokensIT {

    private final TestServer server = TestServer.sharedWithExtras();
    private final Browser browser = new Browser(server.issuer());
    private final OAuthClient front = OAuthClient.confidential(server, "web-front");

    private Page answer(String responseType, String... more) {
        Map<String, String> request = front.authorization("openid email", more);
        request.put("response_type", responseType);
        request.remove("code_challenge");
        request.remove("code_challenge_method");
        return browser.signIn(request, "alice", "copper lantern at noon");
    }

    private static Map<String, Object> claims(String jwt) {
        return Json.readObject(new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    @Test
    void an_id_token_alone_says_what_the_scope_releases() {
        Page page = answer("id_token");

        assertThat(page.location().getQuery()).isNull();
        assertThat(page.fragment("access_token")).isEmpty();
        assertThat(page.fragment("iss")).contains(server.issuer());
        assertThat(claims(page.fragment("id_token").orElseThrow()))
                .containsEntry("nonce", "n-0S6_WzA2Mj")
                .containsEntry("email", "alice@example.com")
                .doesNotContainKeys("at_hash", "name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token token", "token id_token"})
    void with_an_access_token_it_is_bound_to_it_and_userinfo_says_the_rest(String responseType) throws Exception {
        Page page = answer(responseType);
        String accessToken = page.fragment("access_token").orElseThrow();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));

        assertThat(page.fragment("token_type")).contains("Bearer");
        assertThat(page.fragment("expires_in")).contains("300");
        assertThat(claims(page.fragment("id_token").orElseThrow()))
                .containsEntry(
                        "at_hash", Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16)))
                .doesNotContainKey("email");
        assertThat(front.userInfo(accessToken).json()).containsEntry("email", "alice@example.com");
    }

    @Test
    void the_access_token_ends_with_the_session() {
        Page page = answer("id_token token");
        String accessToken = page.fragment("access_token").orElseThrow();
        browser.get("/logout?id_token_hint=" + page.fragment("id_token").orElseThrow());

        assertThat(front.userInfo(accessToken).status()).isEqualTo(401);
    }

    @Test
    void form_post_takes_tokens_too_but_a_query_never() {
        answer("id_token");
        assertThat(answerAgain("form_post").fields()).containsKeys("id_token", "state", "iss");
        Page refused = answerAgain("query");
        assertThat(refused.location().getQuery()).isNull();
        assertThat(refused.fragment("error")).contains("invalid_request");
    }

    private Page answerAgain(String responseMode) {
        return browser.authorize(
                front.authorization("openid email", "response_type", "id_token", "response_mode", responseMode));
    }

    @ParameterizedTest
    @CsvSource({"nonce, , invalid_request", "scope, email, invalid_scope", "prompt, none, login_required"})
    void what_is_wrong_is_told_in_the_fragment(String parameter, String value, String error) {
        Map<String, String> request = front.authorization("openid email", parameter, value, "state", "s1");
        request.put("response_type", "id_token");
        Page page = browser.authorize(request);

        assertThat(page.fragment("error")).contains(error);
        assertThat(page.fragment("state")).contains("s1");
        assertThat(page.fragment("iss")).contains(server.issuer());
    }

    @Test
    void a_client_that_was_not_registered_for_it_may_not() {
        OAuthClient other = OAuthClient.confidential(server, "web-basic");
        assertThat(browser.authorize(other.authorization("openid", "response_type", "id_token"))
                        .fragment("error"))
                .contains("unauthorized_client");
    }

    @Test
    void metadata_says_what_is_enabled() {
        Map<String, Object> document = OAuthClient.send(
                        front.request("/.well-known/openid-configuration").GET())
                .json();
        assertThat(document)
                .containsEntry("response_types_supported", List.of("code", "id_token", "id_token token"))
                .containsEntry(
                        "grant_types_supported",
                        List.of(
                                "authorization_code",
                                "refresh_token",
                                "client_credentials",
                                "urn:ietf:params:oauth:grant-type:device_code",
                                "implicit"));
    }
}
