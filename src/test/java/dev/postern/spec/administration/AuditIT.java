package dev.postern.spec.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The audit trail by the admin API: searched, read part by part, exported without formulas. */
class AuditIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final AdminApi api = AdminApi.everything(server);
    private final String id = "=cmd|' /C calc'!A0".substring(0, 4) + "-" + UUID.randomUUID();

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            server.database()
                    .update(
                            "insert into audit_event (id, occurred_at, recorded_at, type, outcome, client_id, request_id,"
                                    + " details) values (?, current_timestamp, current_timestamp, 'made_up', 'success', ?, ?,"
                                    + " '{\"note\":\"a \\\"quote\\\", a comma\"}')",
                            UUID.randomUUID().toString(),
                            id,
                            "req-" + i);
        }
    }

    private String filter(String path) {
        return path + "client_id=" + id.replace("=", "%3D");
    }

    @Test
    void events_are_found_part_by_part_newest_first() {
        add(3);
        Answer first = api.get(filter("/audit?limit=2&type=made_up&"));
        Answer second = api.get(filter("/audit?limit=2&type=made_up&cursor=" + first.text("next") + "&"));

        assertThat((List<?>) first.json().get("items")).hasSize(2);
        assertThat((List<?>) second.json().get("items")).hasSize(1);
        assertThat((List<?>) api.get(filter("/audit?request_id=req-1&")).json().get("items"))
                .hasSize(1);
        assertThat((List<?>) api.get(filter("/audit?until=2020-01-01T00:00:00Z&"))
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(api.get("/audit?from=yesterday").status()).isEqualTo(422);
    }

    @Test
    void an_export_is_streamed_as_csv_that_no_spreadsheet_runs() {
        add(1_200);
        Answer csv = api.get(filter("/audit/export?format=csv&"));

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("audit.csv");
        assertThat(csv.response().body().lines()).hasSize(1_201);
        assertThat(csv.response().body()).contains("\"'" + id + "\"").doesNotContain(",\"=");
        assertThat(csv.response().body()).contains("\"{\"\"note\"\":");
    }

    @Test
    void an_export_as_json_lines_has_one_event_a_line() {
        add(2);
        List<String> lines = api.get(filter("/audit/export?format=jsonl&"))
                .response()
                .body()
                .lines()
                .toList();

        assertThat(lines)
                .hasSize(2)
                .allSatisfy(line -> assertThat(Json.readObject(line))
                        .containsEntry("client_id", id)
                        .containsEntry("details", Map.of("note", "a \"quote\", a comma")));
        assertThat(api.get("/audit/export?format=xml").status()).isEqualTo(422);
    }

    @Test
    void one_event_is_read_by_its_id() {
        add(1);
        String event = (String)
                ((Map<?, ?>) ((List<?>) api.get(filter("/audit?")).json().get("items")).get(0)).get("id");

        assertThat(api.get("/audit/" + event).json()).containsEntry("client_id", id);
        assertThat(api.get("/audit/" + UUID.randomUUID()).status()).isEqualTo(404);
    }
}
