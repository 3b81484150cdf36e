package dev.postern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an administrator does by one node counts on the other. */
class AdministrationIT {

    private static final String CLIENTS = "/admin/api/v1/clients";

    private final Cluster cluster = Cluster.shared();
    private final OAuthClient admin = cluster.client("admin-all");
    private final String token =
            admin.clientCredentials("scope", "admin:read admin:write").text("access_token");
    private final String id = "made-" + UUID.randomUUID();
    private final String metadata = Json.write(Map.of(
            "client_id",
            id,
            "client_name",
            "Made",
            "redirect_uris",
            List.of("http://127.0.0.1:18081/callback"),
            "scope",
            "openid profile"));

    private Answer call(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = admin.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return OAuthClient.send(request);
    }

    @Test
    void a_client_is_made_once_changed_in_turns_and_gone_everywhere() {
        String key = UUID.randomUUID().toString();
        Answer made = call("POST", CLIENTS, metadata, "Idempotency-Key", key);
        Answer again = call("POST", CLIENTS, metadata, "Idempotency-Key", key);
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        assertThat(again.header("X-Node")).isNotEqualTo(made.header("X-Node"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.response().body()).isEqualTo(made.response().body());

        OAuthClient client = new OAuthClient(cluster.issuer(), id, made.text("client_secret"));
        bothSay(client, "invalid_grant");

        String path = CLIENTS + "/" + id;
        Answer first = call("PATCH", path, "{\"client_name\":\"First\"}", "If-Match", made.header("ETag"));
        Answer second = call("PATCH", path, "{\"client_name\":\"Second\"}", "If-Match", first.header("ETag"));
        Answer stale = call("PATCH", path, "{\"client_name\":\"Third\"}", "If-Match", first.header("ETag"));
        assertThat(List.of(first.status(), second.status(), stale.status())).containsExactly(200, 200, 412);

        assertThat(call("DELETE", path, "", "If-Match", second.header("ETag")).status())
                .isEqualTo(204);
        bothSay(client, "invalid_client");
    }

    /** Within milliseconds: a signal takes the other node's copy away. */
    private static void bothSay(OAuthClient client, String error) {
        Parallel.until(() -> client.redeem("nonsense").error().equals(error)
                && client.redeem("nonsense").error().equals(error));
    }
}
