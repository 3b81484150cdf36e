package dev.postern.spec.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation that the OpenAPI document names, called as nobody, with a wrong scope, as auditor and as administrator. */
class AdminAccessIT {

    private static final TestServer SERVER = TestServer.shared(Mode.EMBEDDED);
    private static final AdminApi NOBODY = AdminApi.nobody(SERVER);
    private static final AdminApi ADMINISTRATOR = AdminApi.administrator(SERVER);
    private static final AdminApi AUDITOR = AdminApi.auditor(SERVER);
    private static final AdminApi ALICE = AdminApi.person(SERVER, "alice", "copper lantern at noon");
    private static final AdminApi CLIENTS_ONLY = AdminApi.program(SERVER, "admin-clients", "admin:clients:read");
    private static final AdminApi AUDIT_ONLY = AdminApi.program(SERVER, "admin-audit", "admin:audit:read");

    /** One row of the table. */
    record Row(String method, String path, String area, boolean looks, List<String> statuses) {

        /** Of an object that is not there, so that nothing is changed. */
        Answer calledBy(AdminApi who) {
            return who.call(
                    method,
                    path.replaceAll("\\{\\w+}", "nobody-at-all"),
                    List.of("GET", "DELETE").contains(method) ? "" : "{}");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @SuppressWarnings("unchecked")
    static List<Row> operations() {
        Map<String, Map<String, Map<String, Object>>> paths = (Map<String, Map<String, Map<String, Object>>>)
                NOBODY.get("/openapi.json").json().get("paths");
        List<Row> rows = new ArrayList<>();
        paths.forEach((path, methods) -> methods.forEach((method, operation) -> rows.add(new Row(
                method.toUpperCase(Locale.ROOT),
                path,
                ((List<String>) operation.get("tags")).get(0),
                String.valueOf(operation.get("security")).contains("admin:read"),
                List.copyOf(((Map<String, Object>) operation.get("responses")).keySet())))));
        return rows;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void nobody_is_asked_for_a_token(Row row) {
        Answer refused = row.calledBy(NOBODY);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"admin\"");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_token_with_another_scope_is_refused(Row row) {
        Answer refused = row.calledBy(row.area().equals("clients") ? AUDIT_ONLY : CLIENTS_ONLY);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate"))
                .contains(
                        "error=\"insufficient_scope\"", row.looks() ? "scope=\"admin:read\"" : "scope=\"admin:write\"");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_auditor_looks_at_everything_and_changes_nothing(Row row) {
        Answer answer = row.calledBy(AUDITOR);

        if (row.looks()) {
            assertThat(answer.status()).isIn(200, 404, 422);
        } else {
            assertThat(answer.status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_administrator_is_let_through_and_answered_as_the_document_says(Row row) {
        Answer answer = row.calledBy(ADMINISTRATOR);

        assertThat(answer.status()).isNotIn(401, 403, 405, 500);
        assertThat(row.statuses()).contains(Integer.toString(answer.status()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_person_without_a_role_is_refused_whatever_the_scope(Row row) {
        assertThat(row.calledBy(ALICE).status()).isEqualTo(403);
    }

    @Test
    void tokens_that_are_not_good_or_for_somebody_else_are_refused() {
        String forTheApi = OAuthClient.confidential(SERVER, "admin-all")
                .clientCredentials("scope", "notes.read")
                .text("access_token");
        for (String token : new String[] {"x", "x.y.z", forTheApi, ADMINISTRATOR.token() + "x"}) {
            Answer refused = new AdminApi(SERVER, token).get("/clients");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        }
    }

    @Test
    void a_cookie_opens_nothing_and_other_origins_are_not_let_in() {
        Answer refused = NOBODY.call("GET", "/clients", "", "Cookie", "postern=x", "Origin", "https://evil.example");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void what_is_not_in_the_table_does_not_exist() {
        assertThat(ADMINISTRATOR.get("/nothing").status()).isEqualTo(404);
        assertThat(ADMINISTRATOR.get("/clients/../clients").status()).isIn(400, 404);
        Answer method = ADMINISTRATOR.call("PUT", "/clients", "{}");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).isEqualTo("GET, POST");
    }
}
