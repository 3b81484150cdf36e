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
        enter(audrey);
        SignIns.await(
                "the sign-in is in the report",
                PATIENCE,
                () -> audrey.get("/console/reports").body().contains(">web-basic</a>"));

        Browser.Page page = audrey.get("/console/reports");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Sign-ins", "Password", "Successful", "Counted until");
        assertThat(audrey.get("/console/reports?lang=es").body()).contains("Inicios de sesión");
        assertThat(page.header("content-security-policy")).contains("default-src 'none'");
    }

    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
    void somebody_without_a_role_sees_an_error_page(Mode mode) {
        Browser bob = new Browser(TestServer.shared(mode).issuer());
        SignIns.signIn(bob, "bob", "seven quiet harbours");
        enter(bob);
        Browser.Page page = bob.get("/console/reports");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).doesNotContain("web-basic");
    }

    /** Who is signed in at the server comes to the console without another question. */
    private static void enter(Browser browser) {
        Browser.Page page = browser.get("/console/reports");
        while (page.status() == 303) {
            page = browser.get(page.location());
        }
    }
}
