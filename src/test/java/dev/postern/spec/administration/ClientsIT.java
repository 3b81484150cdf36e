package dev.postern.spec.administration;

import static dev.postern.spec.administration.AdminApi.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Published;
import dev.postern.testserver.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Clients by the admin API: the life of a client, and every way in which a change is refused. */
class ClientsIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final AdminApi api = AdminApi.everything(server);
    private final Map<String, Object> metadata = web();
    private final Answer created = api.post("/clients", metadata);
    private final String id = created.text("client_id");
    private final String path = "/clients/" + id;

    private OAuthClient client(String secret) {
        return new OAuthClient(server.issuer(), id, secret);
    }

    private int introspectionWith(String secret) {
        return client(secret)
                .post("/introspect", new HashMap<>(Map.of("token", "x")))
                .status();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> violations(Answer answer) {
        return (List<Map<String, String>>) answer.json().get("violations");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> meta(Answer answer) {
        return (Map<String, Object>) answer.json().get("meta");
    }

    @Test
    void a_client_is_made_and_its_secret_shown_once() {
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(server.issuer() + AdminApi.ROOT + path);
        assertThat(created.header("ETag")).startsWith("\"");
        assertThat(created.header("Cache-Control")).isEqualTo("no-store");
        assertThat(created.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(introspectionWith(created.text("client_secret"))).isEqualTo(200);

        Answer read = api.get(path);
        assertThat(read.json()).containsEntry("client_name", "Made").doesNotContainKey("client_secret");
        assertThat(read.response().body()).doesNotContain("hash", created.text("client_secret"));
        assertThat(meta(read)).containsEntry("owner", "console");
    }

    @Test
    void the_same_creation_asked_for_twice_happens_once() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> another = web();
        another.remove("client_id");
        Answer first = api.post("/clients", another, "Idempotency-Key", key);
        Answer second = api.post("/clients", another, "Idempotency-Key", key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.response().body()).isEqualTo(first.response().body());
        assertThat(api.post("/clients", web(), "Idempotency-Key", key).status()).isEqualTo(422);
    }

    @Test
    void an_id_that_is_taken_is_refused() {
        assertThat(api.post("/clients", metadata).status()).isEqualTo(409);
    }

    @Test
    void every_rule_that_is_broken_is_named_with_its_specification() {
        Answer refused = api.post(
                "/clients",
                web("redirect_uris", List.of("http://shop.example/*", "https://a.example/#x"), "scope", "nonsense"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(violations(refused))
                .extracting(violation -> violation.get("field"))
                .contains("/redirect_uris/0", "/redirect_uris/1", "/scope");
        assertThat(violations(refused)).allSatisfy(violation -> {
            assertThat(violation.get("reason")).isNotBlank();
            assertThat(violation.get("rule")).matches(".*(RFC|OpenID|Fetch).*");
        });
    }

    @Test
    void what_is_not_the_administrators_to_say_is_refused() {
        assertThat(violations(api.post("/clients", web("owner", "console", "self_registered", true))))
                .extracting(violation -> violation.get("field"))
                .containsExactlyInAnyOrder("/owner", "/self_registered");
        assertThat(api.post("/clients", web("client_secret", "x".repeat(40))).status())
                .isEqualTo(422);
        assertThat(api.post("/clients", web("meta", Map.of("owner", "file:x"))).status())
                .isEqualTo(422);
        assertThat(api.post("/clients", web("authentication", Map.of("secretHashes", List.of("x"))))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void changes_need_the_version_that_they_are_made_from() {
        assertThat(api.call("PATCH", path, "{}").status()).isEqualTo(428);
        assertThat(api.call("DELETE", path, "").status()).isEqualTo(428);

        Answer first = api.patch(path, created.header("ETag"), Map.of("client_name", "First"));
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isNotEqualTo(created.header("ETag"));

        Answer second = api.patch(path, created.header("ETag"), Map.of("client_name", "Second"));
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.json().get("current")).asString().contains("First");
        assertThat(api.get(path).text("client_name")).isEqualTo("First");
    }

    @Test
    void a_patch_changes_what_it_names_and_null_removes() {
        Answer patched = api.patch(path, created.header("ETag"), Map.of("tos_uri", "https://shop.example/terms"));
        assertThat(patched.json())
                .containsEntry("client_name", "Made")
                .containsEntry("tos_uri", "https://shop.example/terms");

        Answer removed = api.call("PATCH", path, "{\"tos_uri\":null}", "If-Match", patched.header("ETag"));
        assertThat(removed.json()).doesNotContainKey("tos_uri");
        assertThat(introspectionWith(created.text("client_secret"))).isEqualTo(200);
    }

    @Test
    void a_replacement_forgets_what_it_does_not_say() {
        Map<String, Object> wanted = new HashMap<>(metadata);
        wanted.remove("client_name");
        Answer replaced = api.call("PUT", path, Json.write(wanted), "If-Match", created.header("ETag"));

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.json()).doesNotContainKeys("client_name", "client_secret");
        wanted.put("client_id", "another");
        assertThat(api.call("PUT", path, Json.write(wanted), "If-Match", "*").status())
                .isEqualTo(422);
    }

    @Test
    void a_disabled_client_is_as_if_it_were_not_there() {
        String token =
                client(created.text("client_secret")).tokens("openid profile").text("access_token");
        assertThat(client("").userInfo(token).status()).isEqualTo(200);

        Answer disabled = api.patch(path, created.header("ETag"), Map.of("enabled", false));
        assertThat(disabled.json()).containsEntry("enabled", false);
        assertThat(introspectionWith(created.text("client_secret"))).isEqualTo(401);
        assertThat(client("").userInfo(token).status()).isEqualTo(401);

        api.patch(path, disabled.header("ETag"), Map.of("enabled", true));
        assertThat(introspectionWith(created.text("client_secret"))).isEqualTo(200);
    }

    @Test
    void a_removed_client_is_gone() {
        assertThat(api.call("DELETE", path, "", "If-Match", created.header("ETag"))
                        .status())
                .isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(introspectionWith(created.text("client_secret"))).isEqualTo(401);
    }

    @Test
    void what_would_be_gone_with_a_client_is_told() {
        client(created.text("client_secret")).tokens("openid profile");

        assertThat(api.get(path + "/usage").json())
                .containsEntry("live_grants", 1)
                .containsEntry("people", 1)
                .containsEntry("refresh_tokens", 0)
                .containsEntry("owner", "console");
        assertThat(api.get("/clients/rs-orders/usage").response().body()).contains("https://orders.test/api");
    }

    @Test
    void a_copy_has_the_metadata_of_its_original_and_a_secret_of_its_own() {
        Answer copy = api.post(path + "/clones", Map.of("client_name", "Copy"));

        assertThat(copy.status()).isEqualTo(201);
        assertThat(copy.text("client_id")).isNotEqualTo(id);
        assertThat(copy.text("client_secret")).isNotEqualTo(created.text("client_secret"));
        assertThat(copy.json())
                .containsEntry("client_name", "Copy")
                .containsEntry("redirect_uris", List.of(AdminApi.CALLBACK))
                .containsEntry("scope", "openid profile");
        assertThat(new OAuthClient(server.issuer(), copy.text("client_id"), copy.text("client_secret"))
                        .post("/introspect", new HashMap<>(Map.of("token", "x")))
                        .status())
                .isEqualTo(200);
        assertThat(api.post(path + "/clones", Map.of("client_id", id)).status()).isEqualTo(409);
        assertThat(violations(api.post(path + "/clones", Map.of("redirect_uris", List.of()))))
                .isNotEmpty();
        assertThat(meta(api.post("/clients/web-basic/clones", Map.of()))).containsEntry("owner", "console");
    }

    @Test
    void a_redirect_uri_is_tried_without_a_sign_in() {
        String trial = path + "/redirect-uri-trial?redirect_uri=";
        assertThat(api.get(trial + AdminApi.CALLBACK).json())
                .containsEntry("accepted", true)
                .containsEntry("outcome", "exact");

        Answer refused = api.get(trial + AdminApi.CALLBACK + "/");
        assertThat(refused.json())
                .containsEntry("accepted", false)
                .containsEntry("nearest", AdminApi.CALLBACK)
                .containsEntry("differs_in", List.of("trailing_slash"));
        assertThat(refused.text("rule")).contains("RFC 9700");
        assertThat(api.get(trial + "http://127.0.0.1:9/callback").json())
                .containsEntry("outcome", "port_of_web_client");
        assertThat(api.get(trial + "javascript:alert(1)").json()).containsEntry("outcome", "malformed");
        assertThat(api.get("/clients/nobody/redirect-uri-trial?redirect_uri=x").status())
                .isEqualTo(404);
    }

    @Test
    void a_jwks_uri_is_fetched_once_and_its_keys_are_named() {
        try (Published keys = new Published("{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\",\"kid\":\"one\"}]}")) {
            Answer tried = api.post("/jwks-uri-trials", Map.of("jwks_uri", keys.uri()));
            assertThat(tried.json()).containsEntry("serves", false).doesNotContainKey("failure");
            assertThat(tried.response().body()).contains("\"kid\":\"one\"").doesNotContain("AAAA");
            assertThat(keys.fetches()).isEqualTo(1);
            assertThat(api.post("/jwks-uri-trials", Map.of("jwks_uri", keys.movedUri()))
                            .json())
                    .containsEntry("failure", "redirect");
        }
        assertThat(violations(api.post("/jwks-uri-trials", Map.of("jwks_uri", "http://10.0.0.1/keys"))))
                .hasSize(1);
        assertThat(api.post("/jwks-uri-trials", Map.of("jwks_uri", "https://10.0.0.1/keys"))
                        .json())
                .containsEntry("failure", "private_address");
    }

    @Test
    void two_secrets_count_while_one_takes_over() {
        Answer rotated = api.post(path + "/secrets", Map.of("previous_expires_in", "1h"));

        assertThat(rotated.status()).isEqualTo(201);
        assertThat(introspectionWith(created.text("client_secret"))).isEqualTo(200);
        assertThat(introspectionWith(rotated.text("client_secret"))).isEqualTo(200);
        assertThat(meta(api.get(path))).containsKey("previous_secret_until");
        assertThat(api.post(path + "/secrets", Map.of()).status()).isEqualTo(409);

        assertThat(api.call("DELETE", path + "/secrets/previous", "").status()).isEqualTo(204);
        assertThat(introspectionWith(created.text("client_secret"))).isEqualTo(401);
        assertThat(introspectionWith(rotated.text("client_secret"))).isEqualTo(200);
    }

    @Test
    void a_secret_may_be_replaced_at_once() {
        Answer rotated = api.post(path + "/secrets", Map.of("previous_expires_in", "0s"));

        assertThat(introspectionWith(created.text("client_secret"))).isEqualTo(401);
        assertThat(introspectionWith(rotated.text("client_secret"))).isEqualTo(200);
        assertThat(api.post(path + "/secrets", Map.of("previous_expires_in", "91d"))
                        .status())
                .isEqualTo(422);
        assertThat(api.post(path + "/secrets", Map.of("secret", "mine")).status())
                .isEqualTo(422);
    }

    @Test
    void what_a_file_or_the_server_itself_has_is_changed_there() {
        Answer file = api.call("PATCH", "/clients/web-basic", "{}", "If-Match", "*");
        assertThat(file.status()).isEqualTo(409);
        assertThat(file.text("detail")).contains("test-setup.yaml");
        assertThat(api.call("DELETE", "/clients/postern-api", "", "If-Match", "*")
                        .status())
                .isEqualTo(409);
        assertThat(api.post("/clients/web-basic/secrets", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void nobody_gives_more_than_they_have() {
        AdminApi some = AdminApi.program(server, "admin-clients", "admin:clients:read admin:clients:write");
        Map<String, Object> service =
                web("grant_types", List.of("client_credentials"), "scope", "admin:clients:write admin:write");
        service.remove("redirect_uris");
        Answer refused = some.post("/clients", service);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(violations(refused)).hasSize(1).first().asString().contains("admin:write is more");

        Answer mighty = api.post("/clients", service);
        assertThat(mighty.status()).isEqualTo(201);
        assertThat(some.post("/clients/" + mighty.text("client_id") + "/secrets", Map.of())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void lists_are_read_part_by_part_and_searched() {
        String mark = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            api.post("/clients", web("client_id", mark + "-" + i, "client_name", "Crème " + mark));
        }
        Answer first = api.get("/clients?limit=2&q=" + mark.toUpperCase(java.util.Locale.ROOT));
        Answer second = api.get("/clients?limit=2&q=" + mark + "&cursor=" + first.text("next"));

        assertThat((List<?>) first.json().get("items")).hasSize(2);
        assertThat((List<?>) second.json().get("items")).hasSize(1);
        assertThat(second.json()).doesNotContainKey("next");
        assertThat((List<?>) api.get("/clients?enabled=false&q=" + mark).json().get("items"))
                .isEmpty();
        assertThat((List<?>) api.get("/clients?kind=web&q=" + mark).json().get("items"))
                .hasSize(3);
        assertThat((List<?>) api.get("/clients?kind=native&q=" + mark).json().get("items"))
                .isEmpty();
        assertThat((List<?>) api.get("/clients?q=%25" + mark).json().get("items"))
                .isEmpty();
        for (String wrong :
                List.of("limit=0", "limit=501", "limit=x", "enabled=yes", "kind=robot", "cursor=%21", "nonsense=1")) {
            assertThat(api.get("/clients?" + wrong).status()).as(wrong).isEqualTo(422);
        }
    }

    @Test
    void strange_ids_are_written_in_another_way() {
        String strange = "a/b%2Fc\"d<" + UUID.randomUUID();
        Answer made = api.post("/clients", web("client_id", strange));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).contains("/clients/~");
        assertThat(api.get(made.header("Location").replaceFirst(".*/clients", "/clients"))
                        .text("client_id"))
                .isEqualTo(strange);
    }

    @Test
    void markup_in_texts_comes_back_as_text_in_json() {
        Answer plain = api.post("/clients", web("client_name", "<img src=x onerror=alert(1)>"));
        assertThat(plain.header("Content-Type")).startsWith("application/json");
        assertThat(plain.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(plain.text("client_name")).isEqualTo("<img src=x onerror=alert(1)>");
    }

    @Test
    void bodies_that_cannot_be_read_are_refused() {
        assertThat(api.call("POST", "/clients", "{").status()).isEqualTo(400);
        assertThat(api.call("POST", "/clients", "[]").status()).isEqualTo(400);
        assertThat(api.call("POST", "/clients", "{\"client_id\":\"a\",\"client_id\":\"b\"}")
                        .status())
                .isEqualTo(400);
        assertThat(api.call("POST", "/clients", "{\"client_name\":\"" + "x".repeat(300_000) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void every_change_is_on_record_with_what_was_and_what_is() throws InterruptedException {
        api.patch(path, created.header("ETag"), Map.of("client_name", "Renamed"));

        List<String> details = List.of();
        for (int i = 0; i < 150 && details.size() < 2; i++) {
            Thread.sleep(100);
            details = server
                    .database()
                    .rows(
                            "select details from audit_event where type = 'configuration_changed' and client_id = ?"
                                    + " order by occurred_at",
                            id)
                    .stream()
                    .map(row -> String.valueOf(row.get("details")))
                    .toList();
        }
        assertThat(details).hasSize(2);
        assertThat(Json.readObject(details.get(0)))
                .containsEntry("change", "created")
                .containsEntry("by", "admin-all");
        assertThat(Json.readObject(details.get(1)))
                .containsEntry("before", "{\"client_name\":\"Made\"}")
                .containsEntry("after", "{\"client_name\":\"Renamed\"}");
        assertThat(String.join("", details)).doesNotContain(created.text("client_secret"));
    }
}
