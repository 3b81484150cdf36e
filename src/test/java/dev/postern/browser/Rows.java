package dev.postern.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.JdbcAccess;
import dev.postern.testserver.TestServer;
import java.util.List;
import java.util.Map;

/** The traces that one sign-in left in the databases: B12, B13 and B14. */
final class Rows {

    private static final String APP = "postern-app";

    private final JdbcAccess database;
    private final String issuer;
    private final String subject;

    Rows(TestServer server) {
        this.database = server.database();
        this.issuer = server.issuer();
        this.subject = text("select subject as v from app_user where username_key = ?", Dora.USERNAME);
    }

    void hold() {
        // H4, H7: consent is remembered.
        assertThat(text(
                        "select cast(scope as varchar) as v from consent where subject = ? and client_id = ?",
                        subject,
                        APP))
                .contains("openid", "profile", "email", "notes.read");
        // H6, H25: the other device and this one.
        assertThat(database.number("select count(*) from known_device where subject = ?", subject))
                .isEqualTo(2);
        // H10: the code was spent by its hash, once.
        assertThat(database.number(
                        "select count(*) from oauth_grant where subject = ? and client_id = ? and code_hash is not null",
                        subject,
                        APP))
                .isEqualTo(1);
        // H11: a family of refresh tokens that hangs on the session.
        assertThat(database.number(
                        "select count(*) from refresh_token_family where subject = ? and client_id = ? and revoked_at is null",
                        subject,
                        APP))
                .isEqualTo(1);
        // H14: the app's own account record.
        assertThat(database.number(
                        "select count(*) from account where issuer = ? and subject = ? and sign_ins = 1",
                        issuer,
                        subject))
                .isEqualTo(1);
        audit();
        // H24: the hour's sign-ins of the app.
        assertThat(database.number(
                        "select coalesce(sum(sign_ins), 0) from sign_in_metric where client_id = ? and outcome = 'success'",
                        APP))
                .isPositive();
    }

    /** H16, H22, H23: one row for each event, all under the trace of this sign-in. */
    private void audit() {
        String trace = text("select trace_id as v from audit_event where type = 'app_login' and subject = ?", subject);
        Map<String, Long> types = database
                .rows("select type as type, count(*) as n from audit_event where trace_id = ? group by type", trace)
                .stream()
                .collect(java.util.stream.Collectors.toMap(
                        row -> String.valueOf(row.get("type")), row -> ((Number) row.get("n")).longValue()));
        List.of(
                        "login_succeeded",
                        "consent_given",
                        "code_issued",
                        "token_issued",
                        "app_login",
                        "api_call_refused",
                        "notification_sent")
                .forEach(type -> assertThat(types).containsEntry(type, 1L));
        assertThat(types).containsKey("authorization_requested");
    }

    private String text(String sql, Object... parameters) {
        List<Map<String, Object>> rows = database.rows(sql, parameters);
        assertThat(rows).as(sql).hasSize(1);
        return String.valueOf(rows.get(0).get("v"));
    }
}
