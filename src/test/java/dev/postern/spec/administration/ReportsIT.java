package dev.postern.spec.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sign-ins counted by the admin API, on both databases. */
class ReportsIT {

    private static final String DAYS = "from=2026-03-01T00:00:00Z&until=2026-03-03T00:00:00Z";

    private final String client = "@made-" + UUID.randomUUID();
    private final String mine = "client_id=" + client.replace("@", "%40");

    private AdminApi api(Mode mode) {
        TestServer server = TestServer.shared(mode);
        for (String hour : List.of("2026-03-01T10:00:00Z", "2026-03-01T11:00:00Z", "2026-03-02T10:00:00Z")) {
            for (String outcome : List.of("success", "failure")) {
                server.database()
                        .update(
                                "insert into sign_in_metric (hour_start, client_id, outcome, method, sign_ins)"
                                        + " values (?, ?, ?, 'password', ?)",
                                OffsetDateTime.parse(hour),
                                client,
                                outcome,
                                outcome.equals("success") ? 5 : 2);
            }
        }
        return AdminApi.everything(server);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> items(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return (List<Object>) answer.json().get("items");
    }

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "PRODUCTION_PARTS"})
    void rows_are_listed_part_by_part_newest_first_and_added_up(Mode mode) {
        AdminApi api = api(mode);
        Answer first = api.get("/reports/sign-ins?limit=4&" + DAYS + "&" + mine);
        Answer second = api.get("/reports/sign-ins?limit=4&" + DAYS + "&" + mine + "&cursor=" + first.text("next"));

        assertThat(items(first)).hasSize(4).first().asString().contains("2026-03-02T10:00:00Z", "failure");
        assertThat(items(second)).hasSize(2);
        assertThat(items(api.get("/reports/sign-ins?outcome=failure&method=password&" + DAYS + "&" + mine)))
                .hasSize(3);
        assertThat(items(api.get("/reports/sign-ins/totals?by=hour&" + DAYS + "&" + mine)))
                .hasSize(3)
                .first()
                .isEqualTo(
                        Map.of("key", Instant.parse("2026-03-01T10:00:00Z").toString(), "succeeded", 5, "failed", 2));
        assertThat(items(api.get("/reports/sign-ins/totals?by=client&" + DAYS + "&" + mine)))
                .containsExactly(Map.of("key", client, "succeeded", 15, "failed", 6));
        assertThat(items(api.get("/reports/sign-ins/totals?by=outcome&" + DAYS + "&" + mine)))
                .hasSize(2);
        assertThat(items(api.get("/reports/sign-ins/totals?by=method&" + DAYS + "&" + mine)))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED"})
    void a_report_is_a_file_without_formulas(Mode mode) {
        AdminApi api = api(mode);
        Answer csv = api.get("/reports/sign-ins/export?" + DAYS + "&" + mine);
        Answer lines = api.get("/reports/sign-ins/export?format=jsonl&" + DAYS + "&" + mine);

        assertThat(csv.header("Content-Disposition")).contains("sign-ins.csv");
        assertThat(csv.response().body().lines()).hasSize(7);
        assertThat(csv.response().body()).contains("\"'" + client + "\"").doesNotContain(",\"@");
        assertThat(lines.response().body().lines()).hasSize(6);
    }

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED"})
    void what_cannot_be_counted_is_refused_at_its_field(Mode mode) {
        AdminApi api = AdminApi.everything(TestServer.shared(mode));

        assertThat(api.get("/reports/sign-ins?from=2020-01-01T00:00:00Z&until=2026-01-01T00:00:00Z")
                        .response()
                        .body())
                .contains("within 92 days");
        assertThat(api.get("/reports/sign-ins?from=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z")
                        .status())
                .isEqualTo(422);
        assertThat(api.get("/reports/sign-ins/totals?by=weather").status()).isEqualTo(422);
        assertThat(api.get("/reports/sign-ins?cursor=eA").status()).isEqualTo(422);
    }
}
