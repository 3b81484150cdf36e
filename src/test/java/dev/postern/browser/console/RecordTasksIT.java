package dev.postern.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is on record: audit, reports and settings. */
class RecordTasksIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Desk desk = new Desk(server);
    private final String mark = UUID.randomUUID().toString();

    @AfterEach
    void leave() {
        desk.close();
    }

    private void event(String type, String outcome) {
        server.database()
                .update(
                        "insert into audit_event (id, occurred_at, recorded_at, type, outcome, client_id, request_id, details)"
                                + " values (?, current_timestamp, current_timestamp, ?, ?, ?, ?, '{}')",
                        UUID.randomUUID().toString(),
                        type,
                        outcome,
                        "=client-" + mark,
                        "req-" + mark);
    }

    @Test
    void a_change_is_found_with_before_and_after() {
        desk.open("/console/audit?type=configuration_changed");
        String before = desk.at("tbody th a").first().getAttribute("href");
        desk.open("/console/scope-new");
        desk.type("#name", "audited." + mark);
        desk.type("#english", "see what was changed");
        desk.click("#save");

        desk.open("/console/audit");
        desk.at("#type").selectOption("configuration_changed");
        desk.at("#outcome").selectOption("success");
        desk.click(".search button");
        String ours = "tbody tr:first-child th a:not([href='" + before + "'])";
        desk.awaitOnPage(ours);
        desk.picture("audit");
        desk.click(ours);
        assertThat(desk.text()).contains("configuration_changed", "What was changed", mark, "see what was changed");
        desk.picture("audit-event");
    }

    @Test
    void what_a_search_has_found_is_saved_in_both_formats() {
        event("login_failed", "failure");
        event("login_failed", "failure");
        event("token_issued", "success");
        desk.open("/console/audit");
        desk.type("#request_id", "req-" + mark);
        desk.click(".search button");
        assertThat(desk.at("tbody tr").count()).isEqualTo(3);
        desk.at("#outcome").selectOption("failure");
        desk.click(".search button");
        assertThat(desk.at("tbody tr").count()).isEqualTo(2);
        assertThat(desk.at("tbody .badge.bad").count()).isEqualTo(2);

        List<String> csv =
                desk.downloaded(".downloads a:text-is('CSV')").lines().toList();
        assertThat(csv).hasSize(3);
        assertThat(csv.get(1)).contains("\"'=client-" + mark + "\"");
        List<String> json =
                desk.downloaded(".downloads a:text-is('JSON Lines')").lines().toList();
        assertThat(json)
                .hasSize(2)
                .allSatisfy(line -> assertThat(Json.readObject(line))
                        .containsEntry("request_id", "req-" + mark)
                        .containsEntry("outcome", "failure"));

        desk.open("/console/audit?request_id=none-" + mark);
        assertThat(desk.at(".nothing").textContent()).contains("No event matches");
        desk.picture("audit-nothing");
        desk.open("/console/audit?from=yesterday");
        assertThat(desk.at("[role=alert]").textContent()).contains("must be a time");
    }

    @Test
    void a_report_has_chart_table_and_file() {
        counted("success", 41);
        counted("failure", 3);
        desk.open("/console/reports");
        desk.type("#client_id", mark);
        desk.click(".search button");

        assertThat(desk.at("#succeeded").innerText()).isEqualTo("41");
        assertThat(desk.at(".chart rect").count()).isEqualTo(2);
        assertThat(desk.at(".chart svg").getAttribute("aria-label")).contains("44");
        desk.click("summary:has-text('figures')");
        assertThat(desk.at("#by-hour tbody tr").innerText()).contains("41", "3", "44");
        assertThat(desk.at("#by-client tbody tr").innerText()).contains(mark);
        desk.picture("report");
        assertThat(desk.downloaded(".downloads a:text-is('CSV')")).contains("\"41\"", "\"3\"");

        desk.open("/console/reports?client_id=none-" + mark);
        assertThat(desk.at(".nothing").textContent()).contains("Nobody tried to sign in");
        desk.picture("report-nothing");
    }

    private void counted(String outcome, int signIns) {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);
        server.database()
                .update(
                        "insert into sign_in_metric (hour_start, client_id, outcome, method, sign_ins) values (?, ?, ?, 'password', ?)",
                        OffsetDateTime.ofInstant(hour, ZoneOffset.UTC),
                        mark,
                        outcome,
                        signIns);
    }

    @Test
    void a_setting_is_found_with_its_source() {
        desk.open("/console/settings");
        desk.type("#q", "reporting.interval");
        desk.at("#q").press("Enter");
        assertThat(desk.at("tbody tr").count()).isEqualTo(1);
        assertThat(desk.at("tbody").innerText())
                .contains("postern.reporting.interval", "POSTERN_REPORTING_INTERVAL", "2s");
        assertThat(desk.at("tbody .badge").innerText()).isNotEqualTo("default");
        desk.picture("settings");

        desk.open("/console/settings");
        int all = desk.at("tbody tr").count();
        desk.at("#set").check();
        desk.click(".search button");
        assertThat(desk.at("tbody tr").count()).isPositive().isLessThan(all);
        assertThat(desk.at("tbody .badge").allInnerTexts()).doesNotContain("default");
    }
}
