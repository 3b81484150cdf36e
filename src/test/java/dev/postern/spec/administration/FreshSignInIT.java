package dev.postern.spec.administration;

import static dev.postern.spec.administration.AdminApi.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 9470: who changes secrets, keys, users or everything at once must have signed in lately; a program proves itself with each token. */
class FreshSignInIT {

    /** Whatever makes or ends a secret, a key or a role, of objects that are not there. */
    private static final List<String> NEEDING = List.of(
            "POST /clients",
            "POST /clients/nobody/clones",
            "POST /clients/nobody/secrets",
            "DELETE /clients/nobody/secrets/previous",
            "POST /initial-access-tokens",
            "DELETE /initial-access-tokens/nobody",
            "POST /users",
            "PATCH /users/nobody",
            "POST /users/nobody/password",
            "POST /users/nobody/password-link",
            "POST /keys/rotation",
            "POST /configuration/apply");

    @Test
    void an_old_sign_in_looks_and_edits_but_makes_no_secrets_keys_or_users() {
        TestServer server = TestServer.sharedWithExtras();
        AdminApi person = AdminApi.administrator(server);
        AdminApi program = AdminApi.everything(server);

        for (String operation : NEEDING) {
            String method = operation.split(" ")[0];
            String path = operation.split(" ")[1];
            String body = method.equals("DELETE") ? "" : "{}";
            Answer refused = person.call(method, path, body);
            assertThat(refused.status()).as(operation).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate"))
                    .contains("error=\"insufficient_user_authentication\"", "max_age=0");
            assertThat(program.call(method, path, body).status()).as(operation).isNotEqualTo(401);
        }
        assertThat(person.get("/clients").status()).isEqualTo(200);
        Answer made = program.post("/clients", web());
        assertThat(person.patch("/clients/" + made.text("client_id"), "*", Map.of("client_name", "Edited"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_client_that_gets_a_secret_by_a_change_asks_for_it_too() {
        TestServer server = TestServer.sharedWithExtras();
        Answer made = AdminApi.everything(server).post("/clients", web("token_endpoint_auth_method", "none"));
        Answer refused = AdminApi.administrator(server)
                .patch(
                        "/clients/" + made.text("client_id"),
                        "*",
                        Map.of("token_endpoint_auth_method", "client_secret_basic"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate"))
                .contains("error=\"insufficient_user_authentication\"", "max_age=0");
    }

    @Test
    void a_change_from_a_secret_that_is_sent_to_an_hmac_asks_for_it_and_one_that_keeps_the_secret_does_not() {
        TestServer server = TestServer.sharedWithExtras();
        AdminApi person = AdminApi.administrator(server);
        AdminApi program = AdminApi.everything(server);
        String path = "/clients/" + program.post("/clients", web()).text("client_id");

        assertThat(person.patch(path, "*", Map.of("token_endpoint_auth_method", "client_secret_jwt"))
                        .status())
                .isEqualTo(401);
        assertThat(person.patch(path, "*", Map.of("token_endpoint_auth_method", "client_secret_post"))
                        .status())
                .as("the secret stays")
                .isEqualTo(200);
        Answer changed = program.patch(path, "*", Map.of("token_endpoint_auth_method", "client_secret_jwt"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("client_secret")).isNotBlank();
    }
}
