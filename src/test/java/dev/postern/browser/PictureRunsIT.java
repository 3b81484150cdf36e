package dev.postern.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.postern.data.session.Region;
import dev.postern.picture.Hop;
import dev.postern.testserver.FreePort;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OnRunnableJar;
import dev.postern.testserver.TestServer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** One sign-in in a real browser takes every hop of the picture, and each hop leaves its trace. */
class PictureRunsIT {

    private static final Set<String> ALL_HOPS =
            Arrays.stream(Hop.values()).map(Hop::name).collect(Collectors.toSet());

    @OnRunnableJar("the embedded parts")
    @Test
    void with_the_embedded_defaults() {
        TestServer server = TestServer.shared(Mode.EMBEDDED);
        try (Chromium chromium = new Chromium()) {
            walk(server, chromium, server.issuer() + "/app");

            assertThat(server.log()).contains("Mail to dora@example.com").contains("New sign-in to your account");
            picture(server, chromium.page());
        }
    }

    @Test
    void with_postgresql_redis_an_external_broker_and_smtp() throws Exception {
        TestServer server = TestServer.shared(Mode.PRODUCTION_PARTS);
        Set<String> before = keys(server);
        try (Chromium chromium = new Chromium()) {
            walk(server, chromium, server.issuer() + "/app");

            Set<String> made = keys(server);
            made.removeAll(before);
            cacheKeys(made);
            assertThat(server.parts().mail().getReceivedMessagesForDomain("dora@example.com"))
                    .extracting(message -> message.getSubject())
                    .contains("New sign-in to your account");
        }
    }

    @Test
    void with_an_app_on_another_origin() {
        int port = FreePort.find();
        String app = "http://127.0.0.1:" + port + "/app";
        Map<String, String> settings = Map.of(
                "POSTERN_PORT",
                Integer.toString(port),
                "POSTERN_ISSUER",
                "http://localhost:" + port,
                "POSTERN_APP_URL",
                app);
        try (TestServer server = TestServer.fresh(Mode.EMBEDDED, settings);
                Chromium chromium = new Chromium()) {
            walk(server, chromium, app);

            // Cookies know hosts, not ports: the app's are the app's, the server's are the server's.
            assertThat(cookies(chromium, "127.0.0.1")).contains("postern_app").doesNotContain("postern_session");
            assertThat(cookies(chromium, "localhost"))
                    .contains("postern_session")
                    .doesNotContain("postern_app");
        }
    }

    private static void walk(TestServer server, Chromium chromium, String app) {
        Dora.signInWithAnotherDevice(server.issuer());
        Page page = chromium.page();
        Dora.signIn(page, app);
        assertThat(page.url()).startsWith(app);
        assertThat(page.content()).contains("Dora Example").contains("dora@example.com");
        assertThat(page.locator(".badge.ok").count()).as("API answers").isEqualTo(2);
        Dora.tryToWriteANote(page);
        assertThat(page.content()).contains("403").contains("insufficient_scope");
        page.navigate(app);

        assertThat(Dora.hops(page, ALL_HOPS)).containsAll(ALL_HOPS);
        assertThat(page.content()) // H22 from those boxes that had something to tell
                .contains("Authorization Server → Message Queue", "Token Service → Message Queue")
                .contains("Frontend Web App → Message Queue", "Resource Server API → Message Queue");
        Rows rows = new Rows(server);
        rows.hold();
        assertThat(chromium.policyViolations()).isEmpty();
    }

    private static List<String> cookies(Chromium chromium, String host) {
        return chromium.context().cookies().stream()
                .filter(cookie -> cookie.domain.equals(host))
                .map((Cookie cookie) -> cookie.name)
                .toList();
    }

    /** H5, H15, H18 and H20 in Redis; what H2 stored is taken by the callback. */
    private static void cacheKeys(Set<String> made) {
        Stream.of(Region.SSO_SESSION, Region.APP_SESSION)
                .forEach(region -> assertThat(made).anyMatch(key -> key.startsWith("postern:" + region.prefix())));
        assertThat(made).noneMatch(key -> key.startsWith("postern:" + Region.APP_STATE.prefix() + ":"));
    }

    private static Set<String> keys(TestServer server) {
        try (Jedis redis = new Jedis("127.0.0.1", server.parts().redis().port())) {
            return new HashSet<>(redis.keys("postern:*"));
        }
    }

    private static void picture(TestServer server, Page page) {
        page.navigate(server.issuer() + "/picture");
        assertThat(page.locator("svg").count()).isPositive();
        assertThat(page.content()).contains("Illustrative OAuth 2 system flow, not an audited reference architecture");
    }
}
