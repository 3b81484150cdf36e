package dev.postern.spec.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever takes somebody's right to be at the console counts from their next request on, on the embedded parts and on those of production. */
@ParameterizedClass
@MethodSource("dev.postern.testserver.Mode#all")
class SessionEndsIT {

    private static final String PASSWORD = "lanterns over a slow river";

    @Parameter
    Mode mode;

    private record Person(String user, Console console) {}

    private Answer api(String method, String path, Map<String, Object> body) {
        TestServer server = TestServer.shared(mode);
        OAuthClient program = OAuthClient.confidential(server, "admin-all");
        String token =
                program.clientCredentials("scope", "admin:read admin:write").text("access_token");
        Answer answer = OAuthClient.send(program.request("/admin/api/v1" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body))));
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 204);
        return answer;
    }

    /** Somebody with a role, who is at the console. */
    private Person person(String role) {
        String name = "person-" + UUID.randomUUID();
        Answer made = api("POST", "/users", Map.of("username", name, "password", PASSWORD, "roles", List.of(role)));
        Console console = Console.signIn(TestServer.shared(mode).issuer(), name, PASSWORD);
        assertThat(console.get("/console/scopes").status()).isEqualTo(200);
        return new Person("/users/" + made.text("subject"), console);
    }

    @Test
    void who_is_disabled_is_out() {
        Person person = person("administrator");
        api("PATCH", person.user(), Map.of("enabled", false));

        assertThat(person.console().get("/console/scopes").status()).isEqualTo(303);
    }

    @Test
    void who_loses_their_role_is_out() {
        Person person = person("auditor");
        api("PATCH", person.user(), Map.of("roles", List.of()));

        assertThat(person.console().get("/console/scopes").status()).isEqualTo(403);
    }

    @Test
    void an_administrator_who_becomes_auditor_changes_nothing_any_more() {
        Person person = person("administrator");
        Map<String, String> form = person.console().get("/console/scope-new").fields();
        api("PATCH", person.user(), Map.of("roles", List.of("auditor")));

        assertThat(person.console().post("/console/scope-new", form).status()).isEqualTo(403);
        assertThat(person.console().get("/console/scopes").status()).isEqualTo(200);
    }

    @Test
    void whose_sessions_an_administrator_ends_is_out() {
        Person person = person("auditor");
        api("DELETE", person.user() + "/sessions", Map.of());

        assertThat(person.console().get("/console/scopes").status()).isEqualTo(303);
    }
}
