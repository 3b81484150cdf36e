package dev.postern.spec.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The main tasks at the screens of audit, reports, keys, scopes and APIs. */
class RecordScreensIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Console adam = Console.adam(server.issuer());
    private final String mark = UUID.randomUUID().toString();

    /** Fills in a form and presses a button of it. @param namesAndValues in turn */
    private Page submit(String address, String button, String... namesAndValues) {
        Map<String, String> fields = new HashMap<>(adam.get(address).fields());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        fields.remove("page");
        fields.put(button, "");
        return adam.post(address, fields);
    }

    @Test
    void an_event_is_found_by_its_request_id_read_and_saved_without_formulas() {
        server.database()
                .update(
                        "insert into audit_event (id, occurred_at, recorded_at, type, outcome, client_id, request_id,"
                                + " details) values (?, current_timestamp, current_timestamp, 'made_up', 'failure', ?, ?, ?)",
                        mark,
                        "=cmd|<b>",
                        "req-" + mark,
                        "{\"before\":\"{\\\"name\\\":\\\"Old\\\"}\",\"after\":\"{\\\"name\\\":\\\"New\\\"}\"}");
        Page list = adam.get("/console/audit?request_id=req-" + mark);
        assertThat(list.body())
                .contains("made_up", "=cmd|&lt;b&gt;", "/console/audit-event?id=" + mark)
                .doesNotContain("=cmd|<b>");

        Page event = adam.get("/console/audit-event?id=" + mark);
        assertThat(event.body()).contains("<del>Old</del>", "<ins>New</ins>", "=cmd|&lt;b&gt;");
        assertThat(adam.get("/console/audit-event?id=nothing").status()).isEqualTo(404);

        Page csv = adam.get("/console/audit-export?format=csv&request_id=req-" + mark);
        assertThat(csv.header("Content-Disposition")).contains("audit.csv");
        assertThat(csv.body().lines()).hasSize(2);
        assertThat(csv.body()).contains("\"'=cmd|<b>\"");
        assertThat(adam.get("/console/audit?from=yesterday").body()).contains("must be a time");
    }

    @Test
    void a_report_says_what_its_file_says() {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);
        for (String outcome : new String[] {"success", "failure"}) {
            server.database()
                    .update(
                            "insert into sign_in_metric (hour_start, client_id, outcome, method, sign_ins) values (?, ?, ?, 'password', ?)",
                            OffsetDateTime.ofInstant(hour, ZoneOffset.UTC),
                            mark,
                            outcome,
                            outcome.equals("success") ? 41 : 3);
        }
        Page report = adam.get("/console/reports?client_id=" + mark);
        assertThat(report.body())
                .contains("<svg", "id=\"succeeded\">41<", "id=\"failed\">3<", "<title>" + hour + ": 41 / 3</title>");
        Page csv = adam.get("/console/report-export?format=csv&client_id=" + mark);
        assertThat(csv.body()).contains("\"success\",\"password\",\"41\"", "\"failure\",\"password\",\"3\"");
        assertThat(adam.get("/console/reports?client_id=none-" + mark).body()).contains("Nobody tried to sign in");
    }

    @Test
    void a_key_is_rotated_after_one_more_question_and_both_are_published() {
        String before = adam.get("/jwks").body();
        assertThat(adam.get("/console/key-rotate?algorithm=ES256").body()).contains("takes its place");
        Page done = submit("/console/key-rotate?algorithm=ES256", "rotate");

        assertThat(done.status()).as(done.body()).isEqualTo(303);
        assertThat(done.location().toString()).endsWith("/console/keys?notice=rotated");
        assertThat(adam.get("/jwks").body().length()).isGreaterThan(before.length());
        assertThat(adam.get("/console/keys?notice=rotated").body()).contains("The keys were rotated", ">retired<");
    }

    @Test
    void an_api_with_a_scope_is_made_changed_and_deleted() {
        String scope = "made." + mark;
        String api = "https://made.example/" + mark;
        assertThat(submit("/console/scope-new", "save", "name", "two words", "english", "x")
                        .body())
                .contains("one scope value", "value=\"two words\"");
        assertThat(submit("/console/scope-new", "save", "name", scope, "english", "see things", "spanish", "ver cosas")
                        .status())
                .isEqualTo(303);
        assertThat(submit(
                                "/console/api-new",
                                "save",
                                "identifier",
                                api,
                                "name",
                                "Things",
                                "scopes",
                                scope,
                                "format",
                                "jwt",
                                "lifetime",
                                "5m")
                        .status())
                .isEqualTo(303);
        assertThat(adam.get("/console/apis").body()).contains(api, scope);

        Map<String, String> stale = adam.get("/console/scope?name=" + scope).fields();
        assertThat(submit("/console/scope?name=" + scope, "save", "english", "see all things", "spanish", "ver todo")
                        .status())
                .isEqualTo(303);
        Map<String, String> second = new HashMap<>(stale);
        second.put("english", "see no things");
        second.put("save", "");
        assertThat(adam.post("/console/scope?name=" + scope, second).body())
                .contains("Somebody has changed this", "see no things", "see all things");

        assertThat(adam.get("/console/scope-delete?name=" + scope).body()).contains("It belongs to the API " + api);
        assertThat(submit("/console/scope-delete?name=" + scope, "delete").body())
                .contains("take it out there first");
        assertThat(submit("/console/api-delete?id=" + api, "delete").status()).isEqualTo(303);
        assertThat(submit("/console/scope-delete?name=" + scope, "delete").status())
                .isEqualTo(303);
        assertThat(adam.get("/console/scopes").body()).doesNotContain(scope);
    }

    @Test
    void an_auditor_sees_it_and_is_offered_no_change() {
        Console audrey = Console.audrey(server.issuer());
        assertThat(audrey.get("/console/keys").body()).contains(">signing<").doesNotContain("key-rotate");
        assertThat(audrey.get("/console/scopes").body()).doesNotContain("scope-new");
        Map<String, String> fields =
                new HashMap<>(audrey.get("/console/scope-new").fields());
        fields.putAll(Map.of("name", "x." + mark, "english", "x", "save", ""));
        assertThat(audrey.post("/console/scope-new", fields).status()).isEqualTo(403);
        assertThat(audrey.get("/console/audit-export").status()).isEqualTo(200);
        assertThat(new Browser(server.issuer()).get("/console/audit-export").status())
                .isEqualTo(303);
    }
}
