package dev.postern.spec.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every operation that changes something leaves an event that says what was and what is, and none of them leaves a secret. */
class ChangesOnRecordIT {

    private static final String PASSWORD = "quiet tractors by the lake";
    private static final String ANOTHER = "eleven blue bicycles uphill";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final AdminApi api = AdminApi.everything(server);
    private final String mark = UUID.randomUUID().toString();
    private final OAuthClient application = OAuthClient.confidential(server, "refresh-always");

    private final Set<String> operations = new TreeSet<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>(List.of(PASSWORD, ANOTHER));

    /** What is to be on record. */
    private record Change(String kind, String id, String what) {}

    /** An operation was done, and this is to be on record of it. */
    private Answer done(String operation, Answer answer, String kind, String id, String what) {
        assertThat(answer.status())
                .as(operation + " " + answer.response().body())
                .isBetween(200, 204);
        operations.add(operation);
        changes.add(new Change(kind, id, what));
        return answer;
    }

    private Answer delete(String path) {
        return api.call("DELETE", path, "", "If-Match", "*");
    }

    private Answer put(String path, Map<String, Object> body) {
        return api.call("PUT", path, Json.write(body), "If-Match", "*");
    }

    private void clients() {
        Map<String, Object> metadata = AdminApi.web("client_id", mark);
        Answer made = done("createClient", api.post("/clients", metadata), "client", mark, "created");
        Answer copy = api.post("/clients/" + mark + "/clones", Map.of());
        done("cloneClient", copy, "client", copy.text("client_id"), "created");
        String path = "/clients/" + mark;
        done("changeClient", api.patch(path, "*", Map.of("client_name", "B")), "client", mark, "changed");
        done("replaceClient", put(path, metadata), "client", mark, "changed");
        Answer rotated = api.post(path + "/secrets", Map.of());
        done("rotateClientSecret", rotated, "client", mark, "secret made");
        String previous = path + "/secrets/previous";
        done("endPreviousClientSecret", delete(previous), "client", mark, "previous secret ended");
        done("deleteClient", delete(path), "client", mark, "removed");
        for (Answer answer : List.of(made, copy, rotated)) {
            secrets.add(answer.text("client_secret"));
        }
    }

    private void registrationTokens() {
        Answer token = api.post("/initial-access-tokens", Map.of("name", mark));
        done("createInitialAccessToken", token, "initial_access_token", mark, "created");
        Answer revoked = delete("/initial-access-tokens/" + token.text("id"));
        done("revokeInitialAccessToken", revoked, "initial_access_token", mark, "removed");
        secrets.add(token.text("token"));
    }

    private void users() {
        String address = mark + "@example.com";
        Answer user =
                api.post("/users", Map.of("username", mark, "password", PASSWORD, "claims", Map.of("email", address)));
        String subject = user.text("subject");
        String path = "/users/" + subject;
        done("createUser", user, "user", subject, "created");
        signedIn(path, subject);
        done("changeUser", api.patch(path, "*", Map.of("password", ANOTHER)), "user", subject, "password set");
        done("changeUser", api.patch(path, "*", Map.of("groups", List.of("a"))), "user", subject, "changed");
        Answer reset =
                done("resetPassword", api.call("POST", path + "/password", ""), "user", subject, "password reset");
        secrets.add(reset.text("password"));
        Answer sent = api.call("POST", path + "/password-link", "");
        done("sendResetLink", sent, "user", subject, "reset link sent");
        String mail = server.mails(address, "new-password?link=", 1).get(0).text();
        secrets.add(mail.replaceAll("(?s).*link=([\\w-]+).*", "$1"));
        done("endSessions", delete(path + "/sessions"), "user", subject, "sessions ended");
    }

    private void signedIn(String path, String subject) {
        for (String operation : List.of("revokeGrant", "revokeGrantsOfUser")) {
            Answer tokens = application.tokens(new Browser(server.issuer()), "openid profile", mark, PASSWORD);
            secrets.add(tokens.text("refresh_token"));
            String grant = api.post("/tokens/lookup", Map.of("token", tokens.text("access_token")))
                    .text("id");
            String revocation = operation.equals("revokeGrant") ? "/grants/" + grant : path + "/grants";
            done(operation, delete(revocation), "grant", grant, "revoked");
        }
        Parallel.until(() -> !sessions(path).isEmpty());
        String session = String.valueOf(((Map<?, ?>) sessions(path).get(0)).get("session_id"));
        done("endSession", delete(path + "/sessions/" + session), "session", session, "ended");
    }

    private List<?> sessions(String path) {
        return (List<?>) api.get(path + "/sessions").json().get("items");
    }

    private void catalog() {
        String scope = "record." + mark;
        Map<String, Object> words = Map.of("name", scope, "description", "see things");
        done("createScope", api.post("/scopes", words), "scope", scope, "created");
        Answer replaced = put("/scopes/" + scope, Map.of("name", scope, "description", "see more"));
        done("replaceScope", replaced, "scope", scope, "changed");
        done("deleteScope", delete("/scopes/" + scope), "scope", scope, "removed");
        String identifier = "urn:record:" + mark;
        Answer made = api.post("/resource-servers", Map.of("identifier", identifier));
        done("createResourceServer", made, "resource_server", identifier, "created");
        String path = made.header("Location").replaceFirst(".*/resource-servers", "/resource-servers");
        Answer named = put(path, Map.of("identifier", identifier, "name", "Named"));
        done("replaceResourceServer", named, "resource_server", identifier, "changed");
        done("deleteResourceServer", delete(path), "resource_server", identifier, "removed");
    }

    private void files() {
        String id = "file-" + mark;
        String secret = "of-a-file-" + mark + mark;
        String text = "clients:\n  - { client_id: " + id + ", client_secret: " + secret + ", grant_types: [] }\n";
        String path = "/configuration/apply?file=" + mark + ".yaml";
        done("applyConfiguration", api.call("POST", path, text), "client", id, "created");
        done("applyConfiguration", api.call("POST", path, "clients: []"), "client", id, "removed");
        secrets.add(secret);
    }

    private void keys() {
        Answer rotated = api.post("/keys/rotation", Map.of("algorithms", List.of("PS256")));
        done("rotateKeys", rotated, "signing-keys", "PS256", "rotation asked for");
    }

    /** All operations that take the right to change. */
    @SuppressWarnings("unchecked")
    private Set<String> changing() {
        Set<String> ids = new TreeSet<>();
        Map<String, Map<String, Map<String, Object>>> paths = (Map<String, Map<String, Map<String, Object>>>)
                api.get("/openapi.json").json().get("paths");
        paths.values()
                .forEach(path -> path.values().stream()
                        .filter(one -> String.valueOf(one.get("security")).contains("admin:write"))
                        .forEach(one -> ids.add(String.valueOf(one.get("operationId")))));
        ids.remove("tryJwksUri"); // it asks others in our name, and changes nothing
        return ids;
    }

    private List<String> recorded(Change change) {
        return server
                .database()
                .rows(
                        "select details from audit_event where type = 'configuration_changed' and details like ?",
                        "%" + change.id() + "%")
                .stream()
                .map(row -> String.valueOf(row.get("details")))
                .filter(details -> {
                    Map<String, Object> told = Json.readObject(details);
                    return change.kind().equals(told.get("kind"))
                            && change.id().equals(told.get("id"))
                            && change.what().equals(told.get("change"));
                })
                .toList();
    }

    @Test
    void every_change_is_on_record_and_no_secret_is() {
        clients();
        registrationTokens();
        users();
        catalog();
        files();
        keys();

        assertThat(operations).isEqualTo(changing());
        List<String> told = new ArrayList<>();
        for (Change change : changes) {
            told.addAll(awaited(change));
        }
        assertThat(secrets).allSatisfy(secret -> assertThat(secret).hasSizeGreaterThan(12));
        for (String secret : secrets) {
            assertThat(String.join("\n", told)).doesNotContain(secret);
        }
        assertThat(server.log()).doesNotContain(PASSWORD, ANOTHER, "of-a-file-" + mark);
    }

    private List<String> awaited(Change change) {
        Parallel.until(() -> !recorded(change).isEmpty());
        List<String> found = recorded(change);
        if (change.what().equals("changed")) {
            assertThat(found).allSatisfy(one -> {
                assertThat(Json.readObject(one)).containsKey("before").containsKey("after");
                assertThat(Json.readObject(one).get("before"))
                        .isNotEqualTo(Json.readObject(one).get("after"));
            });
        }
        return found;
    }
}
