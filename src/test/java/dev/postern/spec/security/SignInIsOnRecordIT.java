package dev.postern.spec.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Traces;
import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens at the authorization endpoint is on record with the trace of its sign-in, and holds no secret. */
class SignInIsOnRecordIT {

    private static final String PASSWORD = "marble stairs and echoes";

    private static List<Map<String, Object>> record(TestServer server, String state) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        List<Map<String, Object>> rows = List.of();
        int before = -1;
        while (Instant.now().isBefore(end) && (rows.isEmpty() || rows.size() != before)) {
            before = rows.size();
            Thread.sleep(1_500);
            rows = server.database()
                    .rows(
                            "select type, outcome, client_id, cast(details as varchar) as details from audit_event where trace_id = ? order by occurred_at, type",
                            Traces.ofState(state));
        }
        return rows;
    }

    private static List<Object> types(List<Map<String, Object>> rows) {
        return rows.stream().map(row -> row.get("type")).toList();
    }

    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
    void a_sign_in_with_a_wrong_password_first(Mode mode) throws InterruptedException {
        TestServer server = TestServer.shared(mode);
        new Browser(server.issuer()).signIn(Authorize.with("web-basic").map(), "audrey", PASSWORD);
        Browser browser = new Browser(server.issuer());
        String state = UUID.randomUUID().toString();
        Authorize request = Authorize.with("web-basic").and("prompt", "consent").and("state", state);
        Page login = browser.get(browser.authorize(request.map()).location());
        Page again = browser.get(browser.login(login, "audrey", "wrong").location());
        Page consent = browser.get(browser.login(again, "audrey", PASSWORD).location());
        String code = browser.decide(consent, "allow").parameter("code").orElseThrow();

        List<Map<String, Object>> rows = record(server, state);

        assertThat(types(rows))
                .containsExactlyInAnyOrder(
                        "authorization_requested",
                        "login_failed",
                        "login_succeeded",
                        "notification_sent", // audrey has signed in before, and not in this browser
                        "consent_given",
                        "code_issued");
        assertThat(rows.toString())
                .contains("pkce", "S256", "response_type", "redirect_uri")
                .doesNotContain(code, state, PASSWORD, "n-0S6_WzA2Mj", Authorize.CHALLENGE)
                .doesNotContain(browser.cookies().values());
    }

    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
    void the_end_of_a_session(Mode mode) {
        TestServer server = TestServer.shared(mode);
        Browser browser = new Browser(server.issuer());
        String state = UUID.randomUUID().toString();
        browser.signIn(Authorize.with("web-basic").and("state", state).map(), "audrey", PASSWORD);
        Map<String, String> form = new java.util.HashMap<>(
                browser.get(browser.get("/logout").location()).fields());
        form.put("decision", "sign-out");
        browser.post("/logout/confirm", form);

        Parallel.until(() -> server.database()
                        .number(
                                "select count(*) from audit_event e where e.type = 'session_ended' and e.session_id = (select"
                                        + " s.session_id from audit_event s where s.type = 'login_succeeded' and s.trace_id = ?)",
                                Traces.ofState(state))
                == 1);
    }

    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
    void a_refusal_and_a_denial(Mode mode) throws InterruptedException {
        TestServer server = TestServer.shared(mode);
        Browser browser = new Browser(server.issuer());
        String state = UUID.randomUUID().toString();
        browser.authorize(Authorize.with("web-basic")
                .and("scope", "not \"good")
                .and("state", state)
                .map());
        browser.authorize(Authorize.with("nobody").and("state", state).map());

        assertThat(types(record(server, state))).containsExactly("authorization_refused", "authorization_refused");

        String denied = UUID.randomUUID().toString();
        Authorize request = Authorize.with("web-basic").and("prompt", "consent").and("state", denied);
        Page login = browser.get(browser.authorize(request.map()).location());
        Page consent = browser.get(browser.login(login, "audrey", PASSWORD).location());
        browser.decide(consent, "deny");

        assertThat(types(record(server, denied)))
                .contains("authorization_requested", "login_succeeded", "consent_denied", "authorization_refused")
                .doesNotContain("code_issued");
    }
}
