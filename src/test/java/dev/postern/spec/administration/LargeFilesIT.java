package dev.postern.spec.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.OnRunnableJar;
import dev.postern.testserver.TestServer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Large files on PostgreSQL: many clients, and 50 MB that fit into no memory. Every build has fewer clients, larger in the 50 MB; with
 * {@code -Dpostern.test.large-files=true} it is 10,000 clients, and 100,000, which docs/admin-api.md has figures of.
 */
@OnRunnableJar("how long it takes and how much memory is measured once")
class LargeFilesIT {

    private static final boolean MEASURED = Boolean.getBoolean("postern.test.large-files");
    private static final int CLIENTS = MEASURED ? 10_000 : 1_000;
    private static final int MANY = MEASURED ? 100_000 : 5_000;
    private static final int BYTES = 50 * 1024 * 1024;

    /** Characters of each of a large client's redirect URIs. */
    private static final int LARGE = 1_900;

    private final TestServer server = TestServer.shared(Mode.PRODUCTION_PARTS);
    private final AdminApi api = AdminApi.everything(server);
    private final String mark = UUID.randomUUID().toString();

    /** @param characters how long the file is to be at least, by long redirect URIs */
    private StringBuilder clients(int count, int characters) {
        StringBuilder text = new StringBuilder("clients:\n");
        for (int i = 0; i < count; i++) {
            String id = mark + "-" + i;
            text.append("  - client_id: ").append(id);
            text.append("\n    client_name: Client number ")
                    .append(i)
                    .append(" of a file that holds a great many of them");
            text.append("\n    client_secret: secret-of-").append(id).append("\n    redirect_uris: [ \"https://");
            text.append(id).append(".apps.example/callback\", \"https://");
            text.append(id).append(".apps.example/another/callback\"");
            for (int uri = 0; (long) text.length() * count < (long) characters * (i + 1); uri++) {
                text.append(", \"https://")
                        .append(id)
                        .append(".apps.example/")
                        .append(uri)
                        .append('/');
                text.append("x".repeat(LARGE)).append('"');
            }
            text.append(" ]\n    grant_types: [ authorization_code, refresh_token ]\n");
            text.append("    scope: openid profile email offline_access\n    contacts: [ \"team-")
                    .append(i)
                    .append("@apps.example\" ]\n");
        }
        return text;
    }

    private Answer send(String command, String text) {
        return api.call("POST", "/configuration/" + command + "?file=" + mark + ".yaml", text);
    }

    /** Shown, not asserted: how long it takes says as much about the machine. */
    private static Duration time(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void changes(String command, String text, int count) {
        Answer answer = send(command, text);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Postern-Changes")).isEqualTo(Integer.toString(count));
    }

    @Test
    void many_clients_are_planned_applied_found_and_removed() {
        String text = clients(CLIENTS, 0).toString();

        Duration plan = time(() -> changes("plan", text, CLIENTS));
        Duration apply = time(() -> changes("apply", text, CLIENTS));
        Duration again = time(() -> changes("plan", text, 0));
        Duration search = time(() -> assertThat(api.get("/clients?limit=50&q=" + mark + "-" + (CLIENTS - 1))
                        .response()
                        .body())
                .contains("Client number " + (CLIENTS - 1)));
        Duration removal = time(() -> changes("apply", "clients: []", CLIENTS));
        System.out.println(CLIENTS + " clients: plan " + plan + ", apply " + apply + ", plan again " + again
                + ", search " + search + ", removal " + removal);
    }

    @Test
    void fifty_megabytes_are_applied_whole() {
        String text = clients(MANY, BYTES).toString();
        assertThat(text.length()).isGreaterThan(BYTES);

        Duration apply = time(() -> changes("apply", text, MANY));
        System.out.println("50 MB of " + MANY + " clients: apply " + apply);

        assertThat(server.database().number("select count(*) from client where client_id like ?", mark + "%"))
                .isEqualTo(MANY);
        assertThat(api.get("/clients?limit=50&q=" + mark + "-" + (MANY - 1))
                        .response()
                        .body())
                .contains("Client number " + (MANY - 1));
        changes("apply", "clients: []", MANY);
    }

    @Test
    void fifty_megabytes_with_a_mistake_at_the_end_change_nothing() {
        String text = clients(MANY, BYTES).append("  - client_id: 7\n").toString();
        assertThat(text.length()).isGreaterThan(BYTES);

        Answer refused = send("apply", text);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.response().body()).contains("clients[" + MANY + "].client_id must be text");
        assertThat(api.get("/clients?q=" + mark).json().get("items")).asString().isEqualTo("[]");
    }
}
