package dev.postern.spec.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OnRunnableJar;
import dev.postern.testserver.TestServer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What load balancers, scrapers and the server's own console are told. */
class StatusIT {

    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
    void a_server_that_is_well_lives_and_is_ready(Mode mode) {
        Browser anybody = new Browser(TestServer.shared(mode).issuer());
        assertThat(Json.readObject(anybody.get("/status/live").body())).containsEntry("status", "live");
        Browser.Page ready = anybody.get("/status/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(Json.readObject(ready.body()).get("checks"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .extracting("name")
                .isEqualTo(List.of("Relational Database", "Session Cache", "Message Queue"));
    }

    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
    void successful_look_ups_are_counted_in_open_metrics_and_not_audited(Mode mode) {
        TestServer server = TestServer.shared(mode);
        OAuthClient web = OAuthClient.confidential(server, "web-basic");
        String token = web.tokens("openid").text("access_token");
        web.introspect(token);
        web.userInfo(token);

        Browser.Page metrics = new Browser(server.issuer()).get("/status/metrics");
        // Servers write the parameters in orders of their own.
        assertThat(metrics.header("Content-Type").split("; ?"))
                .startsWith("application/openmetrics-text")
                .contains("version=1.0.0");
        assertThat(metrics.body())
                .contains("postern_token_lookups_total{endpoint=\"introspection\",outcome=\"active\"}")
                .contains("postern_token_lookups_total{endpoint=\"userinfo\"")
                .contains("postern_token_requests_total{grant_type=\"authorization_code\",outcome=\"issued\"}")
                .contains("postern_queue_broker_up 1")
                .endsWith("# EOF\n")
                .doesNotContain("web-basic", "alice", token);
        assertThat(server.database().number("select count(*) from audit_event where type = 'access_audited'"))
                .isZero();
    }

    @OnRunnableJar("others have their health page on the management port")
    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
    void the_servers_own_health_page_knows_the_same_checks(Mode mode) {
        Browser.Page health = new Browser(TestServer.shared(mode).issuer()).get("/health/ready");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).contains("postern", "Relational Database", "Session Cache", "Message Queue");
    }
}
