package dev.postern.spec.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Browser;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The admin API as a program of an administrator uses it. Whatever is asked and answered by it is held against the {@linkplain Contract OpenAPI document}.
 *
 * @param token empty for nobody
 */
public record AdminApi(TestServer server, String token) {

    static final String ROOT = "/admin/api/v1";
    static final String CALLBACK = "http://127.0.0.1:18081/callback";

    /** A program that may do everything. */
    public static AdminApi everything(TestServer server) {
        return program(server, "admin-all", "admin:read admin:write");
    }

    static AdminApi program(TestServer server, String clientId, String scope) {
        String token = OAuthClient.confidential(server, clientId)
                .clientCredentials("scope", scope)
                .text("access_token");
        return new AdminApi(server, token);
    }

    static AdminApi nobody(TestServer server) {
        return new AdminApi(server, "");
    }

    /** Adam may change everything. */
    static AdminApi administrator(TestServer server) {
        return person(server, "adam", "nine tall sunflower fields");
    }

    /** Audrey may look. */
    static AdminApi auditor(TestServer server) {
        return person(server, "audrey", "marble stairs and echoes");
    }

    static AdminApi person(TestServer server, String username, String password) {
        String token = OAuthClient.confidential(server, "admin-people")
                .tokens(new Browser(server.issuer()), "openid admin:read admin:write", username, password)
                .text("access_token");
        return new AdminApi(server, token);
    }

    public Answer get(String path) {
        return call("GET", path, "");
    }

    public Answer post(String path, Map<String, Object> body, String... headers) {
        return call("POST", path, Json.write(body), headers);
    }

    public Answer patch(String path, String revision, Map<String, Object> body) {
        return call("PATCH", path, Json.write(body), "If-Match", revision);
    }

    /** @param headers names and values in turn */
    public Answer call(String method, String path, String body, String... headers) {
        var request = new OAuthClient(server.issuer(), "", "")
                .request(ROOT + path)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        Answer answer = OAuthClient.send(request);
        assertThat(Contract.of(server).breaches(method, path, body, answer))
                .as("%s %s is not as the OpenAPI document says: %s", method, path, answer.response())
                .isEmpty();
        return answer;
    }

    /** Metadata of a web client of a new id; pairs given replace or add. */
    public static Map<String, Object> web(Object... more) {
        Map<String, Object> metadata = new LinkedHashMap<>(Map.of(
                "client_id",
                "made-" + UUID.randomUUID(),
                "client_name",
                "Made",
                "redirect_uris",
                java.util.List.of(CALLBACK),
                "scope",
                "openid profile"));
        for (int i = 0; i < more.length; i += 2) {
            metadata.put((String) more[i], more[i + 1]);
        }
        return metadata;
    }
}
