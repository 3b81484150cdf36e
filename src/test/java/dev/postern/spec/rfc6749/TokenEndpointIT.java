package dev.postern.spec.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 6749 sections 2.3, 3.2, 4.4 and 5: how the token endpoint is spoken to, and how it refuses. */
class TokenEndpointIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient service = OAuthClient.confidential(server, "service");

    @Test
    void answers_client_credentials_with_a_token_that_nobody_may_store() {
        Answer answer = service.clientCredentials("scope", "orders.read");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        assertThat(answer.json())
                .containsKeys("access_token", "expires_in", "scope")
                .doesNotContainKey("refresh_token");
    }

    @Test
    void refuses_parameters_in_the_query() {
        assertRefused(
                OAuthClient.send(service.request("/token?grant_type=client_credentials")
                        .header("Authorization", service.basic())
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.ofString("scope=orders.read"))),
                400,
                "invalid_request");
    }

    @Test
    void refuses_repeated_parameters() {
        assertRefused(
                body("grant_type=client_credentials&scope=orders.read&scope=orders.read"), 400, "invalid_request");
    }

    @Test
    void refuses_other_content_types() {
        for (String type : new String[] {"application/json", "text/plain", "multipart/form-data; boundary=x"}) {
            assertRefused(post("{}", type), 400, "invalid_request");
        }
        assertRefused(
                OAuthClient.send(service.request("/token")
                        .header("Authorization", service.basic())
                        .POST(BodyPublishers.noBody())),
                400,
                "invalid_request");
    }

    @Test
    void refuses_bodies_that_are_malformed_not_utf8_or_too_large() {
        assertRefused(body("grant_type=%zz"), 400, "invalid_request");
        assertRefused(body("grant_type=client_credentials&scope=%ff%fe"), 400, "invalid_request");
        assertRefused(body("grant_type=client_credentials&scope=%00"), 400, "invalid_request");
        assertRefused(body("grant_type=client_credentials&x=" + "a".repeat(1_048_576)), 400, "invalid_request");
    }

    @Test
    void names_what_is_wrong_with_the_grant_type() {
        assertRefused(body("scope=orders.read"), 400, "invalid_request");
        assertRefused(body("grant_type=password&username=a&password=b"), 400, "unsupported_grant_type");
        assertRefused(body("grant_type=authorization_code&code=x"), 400, "unauthorized_client");
    }

    @Test
    void names_what_is_wrong_with_the_scope() {
        assertThat(service.clientCredentials("scope", "mail.send").error()).isEqualTo("invalid_scope");
        assertThat(service.clientCredentials("scope", "openid").error()).isEqualTo("invalid_scope");
        assertThat(service.clientCredentials("scope", "with\"quote").error()).isEqualTo("invalid_scope");
    }

    @Test
    void answers_other_methods_with_405_in_json() {
        for (String method : new String[] {"GET", "PUT", "DELETE", "PATCH"}) {
            Answer answer = OAuthClient.send(service.request("/token").method(method, BodyPublishers.noBody()));
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.header("Allow")).as(method).contains("POST");
            assertThat(answer.error()).as(method).isEqualTo("invalid_request");
        }
    }

    @Test
    void challenges_a_client_that_failed_by_the_authorization_header() {
        OAuthClient wrong = new OAuthClient(server.issuer(), "service", "w".repeat(36));
        Answer answer = wrong.clientCredentials();
        assertRefused(answer, 401, "invalid_client");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
        assertThat(new OAuthClient(server.issuer(), "nobody", "w".repeat(36))
                        .clientCredentials()
                        .response()
                        .body())
                .isEqualTo(answer.response().body());
    }

    @Test
    void knows_the_registered_method_only() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", "service");
        form.put("client_secret", service.secret());
        Answer answer = new OAuthClient(server.issuer(), "service", "").post("/token", form);
        assertRefused(answer, 401, "invalid_client");
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void refuses_two_ways_of_client_authentication_at_once() {
        assertRefused(body("grant_type=client_credentials&client_secret=" + service.secret()), 400, "invalid_request");
    }

    @Test
    void accepts_client_secret_post() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", "nonsense");
        form.put("client_id", "web-post");
        form.put("client_secret", OAuthClient.confidential(server, "web-post").secret());
        assertRefused(new OAuthClient(server.issuer(), "web-post", "").post("/token", form), 400, "invalid_grant");
    }

    private Answer body(String body) {
        return post(body, FORM);
    }

    private Answer post(String body, String type) {
        HttpRequest.Builder request = service.request("/token")
                .header("Authorization", service.basic())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1));
        return OAuthClient.send(request);
    }

    private static void assertRefused(Answer answer, int status, String error) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error()).isEqualTo(error);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
}
