package dev.postern.spec.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.OnRunnableJar;
import dev.postern.testserver.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration files while the server runs: planned, applied, exported, and owned. */
class FilesIT {

    /** A file is applied a thousand objects at a time. */
    private static final int MORE_THAN_ONE_STEP = 1_050;

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final AdminApi api = AdminApi.everything(server);
    private final String mark = UUID.randomUUID().toString();
    private final String file = mark + ".yaml";
    private final String client = "file-" + mark;

    private String text(String name, String more) {
        return "scopes:\n  - name: things." + mark + "\n    description: see things\n"
                + "clients:\n  - client_id: " + client + "\n    client_name: " + name
                + "\n    client_secret: " + "s".repeat(40)
                + "\n    grant_types: [ client_credentials ]\n    scope: things." + mark + "\n" + more;
    }

    private Answer send(String command, String text, String more) {
        return api.call("POST", "/configuration/" + command + "?file=" + file + more, text);
    }

    private static List<?> differences(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return (List<?>) answer.json().get("differences");
    }

    @Test
    void a_plan_says_what_an_application_does_once() {
        assertThat(differences(send("plan", text("One", ""), ""))).hasSize(2);
        assertThat(api.get("/clients/" + client).status()).isEqualTo(404);
        Answer made = api.call("POST", "/configuration/plan?file=" + file, text("One", ""), "Accept", "text/plain");
        assertThat(made.response().body())
                .contains(
                        "+ client " + client,
                        "    + client_name: \"One\"",
                        "    + client_secret: \"(not shown)\"",
                        "+ scope things." + mark,
                        "    + description: \"see things\"",
                        "2 to make")
                .doesNotContain("sss");

        Answer applied = send("apply", text("One", ""), "");
        assertThat(differences(applied)).hasSize(2);
        assertThat(applied.header("Postern-Changes")).isEqualTo("2");
        assertThat(differences(send("plan", text("One", ""), ""))).isEmpty();
        assertThat(new OAuthClient(server.issuer(), client, "s".repeat(40))
                        .clientCredentials()
                        .status())
                .isEqualTo(200);

        Answer diff = api.call("POST", "/configuration/plan?file=" + file, text("Two", ""), "Accept", "text/plain");
        assertThat(diff.response().body())
                .contains(
                        "~ client " + client,
                        "    - client_name: \"One\"",
                        "    + client_name: \"Two\"",
                        "1 to change");
        assertThat(diff.response().body()).doesNotContain("sss");
    }

    @Test
    void what_a_file_owns_is_changed_there_and_goes_with_it() {
        send("apply", text("One", ""), "");
        Answer refused = api.patch("/clients/" + client, "*", Map.of("client_name", "Other"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains(file);

        assertThat(differences(send("apply", "clients: []", ""))).hasSize(2);
        assertThat(api.get("/clients/" + client).status()).isEqualTo(404);
    }

    @Test
    void what_another_owner_has_is_left_alone_unless_told_to_prune() {
        api.post("/clients", AdminApi.web("client_id", client));
        Answer refused = send("plan", text("One", ""), "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.response().body()).contains("belongs to console");

        Answer pruned = send("plan", text("One", ""), "&prune=true");
        assertThat(pruned.response().body()).contains(client);
        assertThat(api.get("/clients/" + client).json().get("meta")).asString().contains("owner=console");
    }

    @Test
    void a_file_with_a_mistake_changes_nothing_and_says_where_it_is() {
        Answer refused = send(
                "apply",
                text(
                        "One",
                        "  - client_id: public\n    token_endpoint_auth_method: none\n    pkce: optional\n"
                                + "    redirect_uris: [ \"https://a.example/\" ]\n"),
                "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.response().body())
                .contains(file + ", line 12", "clients[1].pkce must be required for a public client");
        assertThat(api.get("/clients/" + client).status()).isEqualTo(404);
    }

    @Test
    void nothing_of_the_server_is_read_for_a_file_that_is_sent() {
        Answer byVariable =
                send("plan", "clients:\n  - client_id: x\n    client_secret_env: PATH\n    redirect_uris: []\n", "");
        assertThat(byVariable.response().body()).contains("PATH, which is not set");
        Answer byFile = send("plan", "users:\n  - username: x\n    password_file: /etc/hostname\n", "");
        assertThat(byFile.response().body()).contains("/etc/hostname, which cannot be read");
    }

    @Test
    void names_of_files_are_names() {
        for (String name : List.of("..%2Fx.yaml", "", "x.exe", ".yaml")) {
            assertThat(api.call("POST", "/configuration/plan?file=" + name, "clients: []")
                            .status())
                    .as(name)
                    .isEqualTo(422);
        }
    }

    @Test
    void an_export_can_be_applied_again_and_changes_nothing() {
        send("apply", text("One", ""), "");
        Answer export = api.get("/configuration/export?owner=file:" + file);

        assertThat(export.status()).isEqualTo(200);
        assertThat(export.response().body()).contains(client).doesNotContain("sss", "postern-api");
        assertThat(differences(send("plan", export.response().body(), ""))).isEmpty();
    }

    @Test
    void a_large_file_is_applied_wholly_or_not_at_all() {
        StringBuilder many = new StringBuilder("{\"clients\":[");
        for (int i = 0; i < MORE_THAN_ONE_STEP; i++) {
            many.append(i == 0 ? "" : ",")
                    .append("{\"client_id\":\"many-" + mark + "-" + i
                            + "\",\"token_endpoint_auth_method\":\"none\",\"redirect_uris\":[\"https://a.example/" + i
                            + "\"]}");
        }
        String json = mark + ".json";
        String broken = many + ",{\"client_id\":\"many-" + mark + "-0\"}]}";
        Answer refused = api.call("POST", "/configuration/apply?file=" + json, broken);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(api.get("/clients/many-" + mark + "-1").status()).isEqualTo(404);

        assertThat(differences(api.call("POST", "/configuration/apply?file=" + json, many + "]}")))
                .hasSize(MORE_THAN_ONE_STEP);
        assertThat(differences(api.call("POST", "/configuration/plan?file=" + json, many + "]}")))
                .isEmpty();
        assertThat(differences(api.call("POST", "/configuration/apply?file=" + json, "{\"clients\":[]}")))
                .hasSize(MORE_THAN_ONE_STEP);
    }

    @Test
    @OnRunnableJar("plan and apply are commands of the launcher")
    void the_runnable_jar_plans_and_applies(@TempDir Path folder) throws IOException, InterruptedException {
        Path written = Files.writeString(
                folder.resolve(file),
                text("One", "").replaceFirst("client_secret: .*", "client_secret_env: MADE_SECRET"));

        assertThat(jar("plan", written)).isEqualTo(2);
        assertThat(jar("apply", written)).isZero();
        assertThat(jar("plan", written)).isZero();
        assertThat(jar("plan", folder.resolve("nowhere.yaml"))).isEqualTo(1);

        Files.writeString(folder.resolve("secret.txt"), "another-" + "m".repeat(40) + "\n");
        Files.writeString(
                written,
                Files.readString(written).replace("client_secret_env: MADE_SECRET", "client_secret_file: secret.txt"));
        assertThat(jar("plan", written)).as("another secret").isEqualTo(2);
        assertThat(log("plan")).contains("~ client " + client, "+ secret").doesNotContain("mmm");

        assertThat(jar("export", written)).isZero();
        assertThat(log("export")).contains("client_id: \"" + client + "\"").doesNotContain("mmm");
    }

    @Test
    @OnRunnableJar("plan and apply are commands of the launcher")
    void who_may_only_look_plans_and_applies_nothing(@TempDir Path folder) throws IOException, InterruptedException {
        Path written = Files.writeString(folder.resolve(file), text("One", ""));
        Answer reader =
                api.post("/clients", Map.of("grant_types", List.of("client_credentials"), "scope", "admin:read"));
        OAuthClient looks = new OAuthClient(server.issuer(), reader.text("client_id"), reader.text("client_secret"));

        assertThat(jar("plan", written, looks)).isEqualTo(2);
        assertThat(jar("apply", written, looks)).isEqualTo(1);
        assertThat(log("apply")).contains("invalid_scope");
    }

    private static String log(String command) throws IOException {
        return Files.readString(Path.of("target", "testserver", "jar-" + command + ".log"));
    }

    private int jar(String command, Path written) throws InterruptedException {
        return jar(command, written, OAuthClient.confidential(server, "admin-all"));
    }

    private int jar(String command, Path written, OAuthClient by) throws InterruptedException {
        ProcessBuilder process = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-jar",
                Path.of("target", "postern.jar").toString(),
                command,
                written.toString());
        Map<String, String> environment = new HashMap<>(Map.of(
                "POSTERN_ISSUER", server.issuer(),
                "POSTERN_ADMIN_CLIENT_ID", by.id(),
                "POSTERN_ADMIN_CLIENT_SECRET", by.secret(),
                "MADE_SECRET", "m".repeat(40)));
        process.environment().putAll(environment);
        process.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "testserver", "jar-" + command + ".log")
                        .toFile());
        try {
            return process.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
