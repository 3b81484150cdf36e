package dev.postern.spec.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who sees the sign-in report, and what it shows. */
class ReportsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
    void an_auditor_sees_the_sign_ins_of_this_hour(Mode mode) {
        TestServer server = TestServer.shared(mode);
        Browser audrey = new Browser(server.issuer());
        SignIns.signIn(audrey, "audrey", "marble stairs and echoes");
        SignIns.await(
                "the sign-in is in the report",
                PATIENCE,
                () -> audrey.get("/console/reports").body().contains("<td>web-basic</td>"));

        Browser.Page page = audrey.get("/console/reports");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Sign-ins", "Password", "Successful", "Loaded from the audit trail at");
        assertThat(audrey.get("/console/reports?lang=es").body()).contains("Inicios de sesión");
        assertThat(page.header("content-security-policy")).contains("default-src 'none'");
    }

    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
    void somebody_without_a_role_sees_an_error_page(Mode mode) {
        Browser bob = new Browser(TestServer.shared(mode).issuer());
        SignIns.signIn(bob, "bob", "seven quiet harbours");
        Browser.Page page = bob.get("/console/reports");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).doesNotContain("web-basic");
    }

    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
    void somebody_who_is_not_signed_in_is_sent_to_sign_in(Mode mode) {
        TestServer server = TestServer.shared(mode);
        Browser.Page page = new Browser(server.issuer()).get("/console/reports");
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location().toString())
                .startsWith(server.issuer() + "/authorize?")
                .contains("client_id=postern-account");
    }

    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
    void who_has_signed_in_for_the_reports_is_sent_to_them(Mode mode) {
        TestServer server = TestServer.shared(mode);
        Browser browser = new Browser(server.issuer());
        String state = Browser.query(browser.get("/console/reports").location()).get("state");
        assertThat(browser.get("/account/signed-in?code=any&state=" + state).location())
                .hasToString(server.issuer() + "/console/reports");
        assertThat(browser.get("/account/signed-in?code=any&state=other").location())
                .hasToString(server.issuer() + "/account");
    }
}
