package dev.postern.spec.rfc7592;

import static dev.postern.spec.rfc7591.Registrant.metadata;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.spec.rfc7591.Registrant;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7592: clients look at their registration, replace it and end it. */
class ManagementIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Registrant registrant = new Registrant(server);
    private final Answer registered = registrant.register(metadata("client_name", "Shop"));
    private final String address = registered.text("registration_client_uri");
    private final String token = registered.text("registration_access_token");

    private Map<String, Object> update(Object... more) {
        Map<String, Object> update = new HashMap<>(metadata(more));
        update.put("client_id", registered.text("client_id"));
        return update;
    }

    private Answer put(Map<String, Object> document) {
        return Registrant.send("PUT", address, token, Json.write(document));
    }

    private OAuthClient client(String secret) {
        return new OAuthClient(server.issuer(), registered.text("client_id"), secret);
    }

    private boolean hasTokens(String secret) {
        return client(secret)
                        .post("/introspect", new HashMap<>(Map.of("token", "x")))
                        .status()
                == 200;
    }

    @Test
    void shows_the_registration_without_its_secret() {
        Answer shown = Registrant.send("GET", address, token, "");

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        assertThat(shown.json())
                .containsEntry("client_name", "Shop")
                .containsEntry("client_id", registered.text("client_id"))
                .containsEntry("registration_access_token", token)
                .containsEntry("registration_client_uri", address)
                .doesNotContainKey("client_secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void refuses_whoever_has_not_the_token_of_this_client(String method) {
        String body = method.equals("PUT") ? Json.write(update()) : "";
        String others = registrant.register(metadata()).text("registration_access_token");
        for (String wrong : new String[] {"", "x", others}) {
            Answer refused = Registrant.send(method, address, wrong, body);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer ");
        }
        for (String unknown :
                new String[] {"/register/nobody", "/register/web-basic", "/register/" + "x".repeat(1000)}) {
            assertThat(Registrant.send(method, server.issuer() + unknown, token, body)
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void replaces_the_whole_registration_and_the_token() {
        Answer changed = put(update("tos_uri", "https://shop.example/terms"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json())
                .containsEntry("tos_uri", "https://shop.example/terms")
                .containsEntry("client_id_issued_at", registered.json().get("client_id_issued_at"))
                .doesNotContainKeys("client_name", "client_secret");
        assertThat(Registrant.send("GET", address, token, "").status()).isEqualTo(401);
        assertThat(Registrant.send("GET", address, changed.text("registration_access_token"), "")
                        .status())
                .isEqualTo(200);
        assertThat(hasTokens(registered.text("client_secret"))).isTrue();
    }

    @Test
    void a_secret_that_is_sent_must_be_the_clients_own() {
        assertThat(put(update("client_secret", "x".repeat(64))).error()).isEqualTo("invalid_request");
        assertThat(hasTokens(registered.text("client_secret"))).isTrue();
        assertThat(put(update("client_secret", registered.text("client_secret")))
                        .status())
                .isEqualTo(200);
        assertThat(hasTokens(registered.text("client_secret"))).isTrue();
    }

    @Test
    void another_kind_of_secret_is_a_new_one() {
        Answer changed = put(update("token_endpoint_auth_method", "client_secret_jwt"));

        assertThat(changed.text("client_secret")).hasSizeGreaterThanOrEqualTo(64);
        assertThat(hasTokens(registered.text("client_secret"))).isFalse();
    }

    @Test
    void refuses_what_the_rules_forbid_and_changes_nothing() {
        assertThat(put(update("redirect_uris", java.util.List.of("/callback"))).error())
                .isEqualTo("invalid_redirect_uri");
        assertThat(put(update("registration_access_token", token)).error()).isEqualTo("invalid_request");
        assertThat(put(update("client_secret_expires_at", 0)).error()).isEqualTo("invalid_request");
        assertThat(put(metadata()).error()).isEqualTo("invalid_request");
        assertThat(put(metadata("client_id", "web-basic")).error()).isEqualTo("invalid_request");
        assertThat(Registrant.send("GET", address, token, "").text("client_name"))
                .isEqualTo("Shop");
    }

    @Test
    void a_client_that_ends_its_registration_is_gone() {
        Answer gone = Registrant.send("DELETE", address, token, "");

        assertThat(gone.status()).isEqualTo(204);
        assertThat(Registrant.send("GET", address, token, "").status()).isEqualTo(401);
        assertThat(hasTokens(registered.text("client_secret"))).isFalse();
    }

    @Test
    void what_it_was_given_is_gone_with_it() {
        String accessToken = client(registered.text("client_secret"))
                .tokens("openid profile")
                .text("access_token");
        assertThat(client("").userInfo(accessToken).status()).isEqualTo(200);

        Registrant.send("DELETE", address, token, "");

        assertThat(client("").userInfo(accessToken).status()).isEqualTo(401);
    }

    @Test
    void there_are_three_methods() {
        Answer refused = Registrant.send("POST", address, token, "{}");

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow").split(", ?")).containsExactly("GET", "HEAD", "PUT", "DELETE", "OPTIONS");
    }
}
