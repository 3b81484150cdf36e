package dev.postern.spec.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Initial access tokens by the admin API, and registration with them: RFC 7591 sections 1.2 and 3. */
class InitialAccessTokensIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final AdminApi api = AdminApi.everything(server);
    private final String name = "made " + UUID.randomUUID();

    private Answer registration(String token) {
        return OAuthClient.send(new OAuthClient(server.issuer(), "", "")
                .request("/register")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString("{\"redirect_uris\":[\"" + AdminApi.CALLBACK + "\"]}")));
    }

    private List<?> listed() {
        return ((List<?>) api.get("/initial-access-tokens?limit=500").json().get("items"))
                .stream().filter(item -> item.toString().contains(name)).toList();
    }

    @Test
    void a_token_is_shown_once_and_registers_as_many_clients_as_its_policy_allows() {
        Answer made = api.post("/initial-access-tokens", Map.of("name", name, "policy", Map.of("most_clients", 1)));
        assertThat(made.status()).isEqualTo(201);
        String token = made.text("token");

        Answer registered = registration(token);
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registration(token).status()).isEqualTo(403);

        assertThat(listed()).hasSize(1);
        assertThat(listed().toString()).contains("clients=1").doesNotContain(token);
    }

    @Test
    void a_revoked_token_registers_nothing_and_its_clients_stay() {
        Answer made = api.post("/initial-access-tokens", Map.of("name", name));
        String client = registration(made.text("token")).text("client_id");

        String path = "/initial-access-tokens/" + made.text("id");
        assertThat(api.get(path).json())
                .containsEntry("name", name)
                .containsEntry("clients", 1)
                .doesNotContainKey("token");
        assertThat(api.call("DELETE", path, "").status()).isEqualTo(204);
        assertThat(api.call("DELETE", path, "").status()).isEqualTo(404);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(registration(made.text("token")).status()).isEqualTo(401);
        assertThat(listed()).isEmpty();
        assertThat(api.get("/clients/" + client).status()).isEqualTo(200);
    }

    @Test
    void what_breaks_the_rules_is_named() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("name", ""),
                Map.of("name", "x".repeat(201)),
                Map.of("name", name, "expires", "2020-01-01T00:00:00Z"),
                Map.of("name", name, "expires", "tomorrow"),
                Map.of("name", name, "token", "mine"),
                Map.of("name", name, "policy", Map.of("grant_types", List.of("password"))),
                Map.of("name", name, "policy", Map.of("most_clients", 0)))) {
            Answer refused = api.post("/initial-access-tokens", wrong);
            assertThat(refused.status()).as(wrong.toString()).isEqualTo(422);
            assertThat((List<?>) refused.json().get("violations")).hasSize(1);
        }
        assertThat(listed()).isEmpty();
    }
}
