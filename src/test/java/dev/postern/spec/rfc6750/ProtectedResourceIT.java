package dev.postern.spec.rfc6750;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.TestServer;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6750 sections 2 and 3 at the Resource Server API, with problem details (RFC 9457). */
class ProtectedResourceIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");

    @Test
    void a_request_without_a_token_is_challenged_without_an_error_code() {
        for (String path :
                new String[] {"/api/v1/me", "/api/v1/notes", "/api/v1/nothing", "/api/v1/me?access_token=x"}) {
            Answer answer = OAuthClient.send(web.request(path).GET());
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"api\"");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json()).containsEntry("status", 401).containsKey("request_id");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer a b", "Bearer \"x\"", "bearer ="})
    void a_malformed_header_is_an_invalid_request(String header) {
        Answer answer = OAuthClient.send(
                web.request("/api/v1/me").header("Authorization", header).GET());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_request\"");
    }

    @Test
    void tokens_that_are_none_or_mean_something_else_are_invalid() {
        Answer tokens = web.tokens("openid offline_access mail.read");
        List<String> wrong = List.of(
                "nonsense",
                "eyJhbGciOiJub25lIn0.e30.",
                tokens.text("id_token"),
                tokens.text("refresh_token"),
                tokens.text("access_token"));
        assertThat(wrong).allSatisfy(token -> {
            Answer answer = me(token);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        });
    }

    @Test
    void a_good_token_shows_who_calls() {
        Answer answer = me(web.tokens("openid notes.read").text("access_token"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("sub")).startsWith("usr_");
        assertThat(answer.text("client_id")).isEqualTo("web-basic");
        assertThat(answer.json()).containsEntry("scopes", List.of("openid", "notes.read"));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_missing_scope_is_named() {
        String token = web.tokens("openid notes.read").text("access_token");
        Answer answer = OAuthClient.send(web.request("/api/v1/notes")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"x\"}")));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"", "scope=\"notes.write\"");
        String requestId = answer.text("request_id");
        Parallel.until(() -> server.database()
                        .number(
                                "select count(*) from audit_event where type = 'api_call_refused' and request_id = ?",
                                requestId)
                == 1);
    }

    @Test
    void a_revoked_opaque_token_is_refused_within_five_seconds() throws InterruptedException {
        String token = web.tokens("openid notes.read").text("access_token");
        assertThat(me(token).status()).isEqualTo(200);
        assertThat(gateway(token).status()).isEqualTo(200);
        assertThat(web.revoke(token).status()).isEqualTo(200);
        Thread.sleep(5_000);
        assertThat(me(token).status()).isEqualTo(401);
        assertThat(gateway(token).status()).isEqualTo(401);
    }

    private Answer me(String token) {
        return OAuthClient.send(web.request("/api/v1/me")
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    private Answer gateway(String token) {
        return OAuthClient.send(web.request("/gateway/api/v1/me")
                .header("Authorization", "Bearer " + token)
                .GET());
    }
}
