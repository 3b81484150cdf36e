package dev.postern.spec.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.TestServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the system is: every box of the picture, figures that live, and what needs attention first. */
class OverviewIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final AdminApi api = AdminApi.everything(server);

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> part(String name) {
        Answer overview = api.get("/overview");
        assertThat(overview.status()).isEqualTo(200);
        return (List<Map<String, Object>>) overview.json().get(name);
    }

    private int figure(String name) {
        return part("figures").stream()
                .filter(figure -> figure.get("name").equals(name))
                .map(figure -> (Integer) figure.get("value"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_box_of_the_picture_has_its_state() {
        List<Map<String, Object>> boxes = part("boxes");

        assertThat(boxes)
                .extracting(box -> box.get("box"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 15)
                        .mapToObj(number -> "B" + number)
                        .toList());
        assertThat(boxes)
                .filteredOn(box -> List.of("B1", "B3").contains(box.get("box")))
                .allSatisfy(box -> assertThat(box).containsEntry("condition", "unknown"));
        assertThat(boxes)
                .filteredOn(box -> List.of("B2", "B10", "B12", "B13").contains(box.get("box")))
                .allSatisfy(box -> assertThat(box).containsEntry("condition", "good"));
    }

    @Test
    void figures_count_what_happens() {
        int failed = figure("failed_sign_ins");
        OAuthClient client = OAuthClient.confidential(server, "first-party");
        Browser browser = new Browser(server.issuer());
        Browser.Page login = browser.get(
                browser.authorize(client.authorization("openid profile")).location());
        browser.login(login, "nobody-" + UUID.randomUUID(), "not a password at all");
        Parallel.until(() -> figure("failed_sign_ins") > failed);

        OAuthClient.confidential(server, "admin-audit").clientCredentials("scope", "admin:audit:read");
        Parallel.until(() -> figure("tokens_per_minute") > 0);
        assertThat(figure("cache_hits")).isBetween(0, 100);
        assertThat(figure("oldest_key")).isNotNegative();
        assertThat(figure("queue_waiting")).isNotNegative();
    }

    @Test
    void what_no_worker_could_process_needs_attention_until_somebody_has_looked() {
        String id = UUID.randomUUID().toString();
        server.database()
                .update(
                        "insert into dead_letter (id, queue, payload, reason, parked_at)"
                                + " values (?, 'postern.notifications', 'x', 'made up', current_timestamp)",
                        id);
        try {
            assertThat(part("attention"))
                    .anySatisfy(figure -> assertThat(figure)
                            .containsEntry("name", "parked_mails")
                            .containsEntry("condition", "watch"));
            assertThat(part("boxes"))
                    .anySatisfy(
                            box -> assertThat(box).containsEntry("box", "B15").containsEntry("condition", "watch"));
        } finally {
            server.database().update("delete from dead_letter where id = ?", id);
        }
        assertThat(part("attention").toString()).doesNotContain("parked_mails");
    }
}
