package dev.postern.spec.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Scopes, resource servers and keys by the admin API. */
class CatalogIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final AdminApi api = AdminApi.everything(server);
    private final String name = "made." + UUID.randomUUID();
    private final Answer scope = api.post(
            "/scopes", Map.of("name", name, "description", "see your things", "description#es", "ver tus cosas"));

    @Test
    void a_scope_with_its_consent_texts_is_made_replaced_and_removed() {
        assertThat(scope.status()).isEqualTo(201);
        assertThat(scope.json()).containsEntry("description#es", "ver tus cosas");
        Answer replaced = api.call(
                "PUT",
                "/scopes/" + name,
                Json.write(Map.of("name", name, "description", "see all of your things")),
                "If-Match",
                scope.header("ETag"));
        assertThat(replaced.json()).doesNotContainKey("description#es");
        assertThat(api.call("DELETE", "/scopes/" + name, "", "If-Match", scope.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(api.call("DELETE", "/scopes/" + name, "", "If-Match", replaced.header("ETag"))
                        .status())
                .isEqualTo(204);
        assertThat(api.get("/scopes/" + name).status()).isEqualTo(404);
    }

    @Test
    void scopes_follow_the_rules_of_the_set_up_file() {
        assertThat(api.post("/scopes", Map.of("name", "openid", "description", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(api.post("/scopes", Map.of("name", "two words", "description", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(api.post("/scopes", Map.of("name", name, "description", "x")).status())
                .isEqualTo(409);
        assertThat(api.call("DELETE", "/scopes/notes.read", "", "If-Match", "*").status())
                .isEqualTo(409);
    }

    @Test
    void a_resource_server_has_its_scopes_to_itself() {
        String identifier = "https://made.example/" + name;
        Answer made = api.post("/resource-servers", Map.of("identifier", identifier, "scopes", List.of(name)));
        assertThat(made.status()).isEqualTo(201);
        String path = made.header("Location").replaceFirst(".*/resource-servers", "/resource-servers");
        assertThat(api.get(path).text("identifier")).isEqualTo(identifier);

        assertThat(api.call("DELETE", "/scopes/" + name, "", "If-Match", "*").status())
                .isEqualTo(409);
        Answer another =
                api.post("/resource-servers", Map.of("identifier", identifier + "/2", "scopes", List.of(name)));
        assertThat(another.status()).isEqualTo(422);
        assertThat(another.response().body()).contains("belongs to " + identifier);
        Answer changed = api.call(
                "PUT",
                path,
                Json.write(Map.of("identifier", identifier, "token_format", "opaque")),
                "If-Match",
                made.header("ETag"));
        assertThat(changed.json()).containsEntry("token_format", "opaque");
        assertThat(api.call("DELETE", path, "", "If-Match", changed.header("ETag"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_scope_that_a_client_may_ask_for_is_not_removed() {
        Answer client = api.post("/clients", AdminApi.web("scope", "openid " + name));
        Answer refused = api.call("DELETE", "/scopes/" + name, "", "If-Match", "*");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains(client.text("client_id"));

        api.post("/scopes", Map.of("name", name + ".other", "description", "see others"));
        api.patch("/clients/" + client.text("client_id"), "*", Map.of("scope", "openid " + name + ".other"));
        assertThat(api.call("DELETE", "/scopes/" + name, "", "If-Match", "*").status())
                .isEqualTo(204);
    }

    @Test
    void lists_are_read_part_by_part() {
        for (String kind : List.of("/scopes", "/resource-servers")) {
            List<Object> all = items(api.get(kind + "?limit=500"));
            List<Object> parts = new ArrayList<>();
            Answer part = api.get(kind + "?limit=1");
            while (part.json().containsKey("next")) {
                assertThat(items(part)).hasSize(1);
                parts.addAll(items(part));
                part = api.get(kind + "?limit=1&cursor=" + part.text("next"));
            }
            parts.addAll(items(part));
            assertThat(parts).isEqualTo(all).hasSizeGreaterThan(3);
            assertThat(api.get(kind + "?cursor=%21").status()).isEqualTo(422);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object> items(Answer list) {
        return (List<Object>) list.json().get("items");
    }

    @Test
    void scopes_that_are_built_in_are_shown_and_stay_as_they_are() {
        assertThat(api.get("/scopes?limit=500").response().body()).contains("\"name\":\"openid\"");
        assertThat(api.get("/scopes/email").response().body())
                .contains("\"description#es\":", "\"owner\":\"built-in\"");
        assertThat(api.call("DELETE", "/scopes/email", "", "If-Match", "*").status())
                .isEqualTo(409);
    }

    @Test
    void what_a_scope_is_needed_for_is_said() {
        String client =
                api.post("/clients", AdminApi.web("scope", "openid " + name)).text("client_id");
        String identifier = "https://made.example/" + name;
        api.post("/resource-servers", Map.of("identifier", identifier, "scopes", List.of(name)));
        Answer usage = api.get("/scopes/" + name + "/usage");

        assertThat(usage.json())
                .containsEntry("clients", List.of(client))
                .containsEntry("resource_servers", List.of(identifier));
        assertThat(api.get("/scopes/nothing/usage").status()).isEqualTo(404);
    }

    @Test
    void settings_are_listed_with_their_sources_and_without_secrets() {
        String body = api.get("/settings").response().body();

        assertThat(body).contains("{\"key\":\"postern.issuer\"", "\"environment\":\"POSTERN_ISSUER\"", server.issuer());
        assertThat(body).contains("postern.administration.fresh-sign-in");
    }

    @Test
    void keys_are_listed_without_their_private_halves() {
        Answer keys = api.get("/keys");

        assertThat(keys.response().body()).contains("\"state\":\"active\"", "\"algorithm\":\"RS256\"");
        assertThat(keys.response().body()).doesNotContain("\"d\":", "sealed");
        assertThat(api.post("/keys/rotation", Map.of("algorithms", List.of("none")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_next_rotation_of_each_algorithm_is_announced() {
        Answer rotation = api.get("/keys/rotation");

        assertThat(rotation.text("provider")).isNotEmpty();
        assertThat((List<?>) rotation.json().get("algorithms")).hasSize(4);
    }
}
