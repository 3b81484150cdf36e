package dev.postern.spec.administration;

import static dev.postern.spec.administration.AdminApi.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The operations whose statements are their own, on the database of production. */
class OnPostgresIT {

    private final TestServer server = TestServer.shared(Mode.PRODUCTION_PARTS);
    private final AdminApi api = AdminApi.everything(server);
    private final String mark = UUID.randomUUID().toString();

    private static List<?> items(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return (List<?>) answer.json().get("items");
    }

    @Test
    void clients_are_made_once_changed_searched_and_removed() {
        Map<String, Object> metadata = web("client_id", mark, "origins", List.of("https://a.example"));
        Answer made = api.post("/clients", metadata, "Idempotency-Key", mark);
        assertThat(made.status()).isEqualTo(201);
        assertThat(api.post("/clients", metadata, "Idempotency-Key", mark)
                        .response()
                        .body())
                .isEqualTo(made.response().body());
        assertThat(api.post("/clients", metadata).status()).isEqualTo(409);

        Answer patched = api.patch("/clients/" + mark, made.header("ETag"), Map.of("client_name", "Other_100%"));
        assertThat(patched.status()).isEqualTo(200);
        assertThat(api.patch("/clients/" + mark, made.header("ETag"), Map.of()).status())
                .isEqualTo(412);
        assertThat(items(api.get("/clients?enabled=true&owner=console&kind=web&q=OTHER_100%25")))
                .isNotEmpty();
        assertThat(items(api.get("/clients?kind=service&q=OTHER_100%25"))).isEmpty();
        assertThat(api.get("/clients/" + mark + "/usage").status()).isEqualTo(200);
        assertThat(api.post("/clients/" + mark + "/secrets", Map.of()).status()).isEqualTo(201);
        assertThat(api.call("DELETE", "/clients/" + mark, "", "If-Match", "*").status())
                .isEqualTo(204);
    }

    @Test
    void users_are_made_changed_searched_and_signed_out() {
        Answer made = api.post("/users", Map.of("username", mark, "claims", Map.of("email", mark + "@x.example")));
        assertThat(made.status()).isEqualTo(201);
        String path = "/users/" + made.text("subject");
        assertThat(api.post("/users", Map.of("username", mark)).status()).isEqualTo(409);

        assertThat(api.patch(path, made.header("ETag"), Map.of("roles", List.of("auditor")))
                        .status())
                .isEqualTo(200);
        assertThat(items(api.get("/users?role=auditor&enabled=true&q=" + mark + "%40X")))
                .hasSize(1);
        assertThat(items(api.get(path + "/sessions"))).isEmpty();
        assertThat(api.call("POST", path + "/password", "").status()).isEqualTo(200);
        assertThat(api.call("DELETE", path + "/grants", "").status()).isEqualTo(200);
        assertThat(items(api.get("/grants?client_id=nobody&subject=" + made.text("subject"))))
                .isEmpty();
    }

    @Test
    void scopes_and_resource_servers_are_made_and_removed() {
        Answer scope = api.post("/scopes", Map.of("name", mark, "description", "see things"));
        assertThat(scope.status()).isEqualTo(201);
        assertThat(api.call(
                                "PUT",
                                "/scopes/" + mark,
                                Json.write(Map.of("description", "see more")),
                                "If-Match",
                                scope.header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(api.call("DELETE", "/scopes/" + mark, "", "If-Match", "*").status())
                .isEqualTo(204);
    }

    @Test
    void a_scope_that_a_client_may_ask_for_is_not_removed() {
        api.post("/scopes", Map.of("name", mark, "description", "see things"));
        api.post("/clients", web("client_id", mark, "scope", "openid " + mark));

        assertThat(api.call("DELETE", "/scopes/" + mark, "", "If-Match", "*").status())
                .isEqualTo(409);
        api.call("DELETE", "/clients/" + mark, "", "If-Match", "*");
        assertThat(api.call("DELETE", "/scopes/" + mark, "", "If-Match", "*").status())
                .isEqualTo(204);
    }

    @Test
    void initial_access_tokens_are_made_listed_and_revoked() {
        Answer made = api.post("/initial-access-tokens", Map.of("name", mark, "policy", Map.of("most_clients", 3)));
        assertThat(made.status()).isEqualTo(201);
        assertThat(api.get("/initial-access-tokens?limit=500").response().body())
                .contains(mark);
        assertThat(api.call("DELETE", "/initial-access-tokens/" + made.text("id"), "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void the_audit_trail_is_searched_and_exported() {
        assertThat(items(api.get("/audit?limit=1&outcome=success"))).hasSize(1);
        assertThat(api.get("/audit/export?format=jsonl&type=configuration_changed&from=2026-01-01T00:00:00Z")
                        .status())
                .isEqualTo(200);
    }
}
