package dev.postern.spec.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.FreePort;
import dev.postern.testserver.Mode;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.TestServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The app on another origin than the authorization server: two servers, one only for its app, which refreshes its tokens. */
class ElsewhereIT {

    @Test
    void signs_in_refreshes_once_and_signs_out_across_origins() {
        int appPort = FreePort.find();
        String app = "http://127.0.0.1:" + appPort + "/app";
        Map<String, String> both = Map.of("POSTERN_APP_URL", app, "POSTERN_TOKEN_ACCESS_TOKEN_LIFETIME", "23s");
        try (TestServer issuer = TestServer.fresh(Mode.EMBEDDED, both)) {
            Map<String, String> settings = new HashMap<>(both);
            settings.put("POSTERN_PORT", Integer.toString(appPort));
            settings.put("POSTERN_ISSUER", issuer.issuer());
            settings.put(
                    "POSTERN_MASTER_KEY_FILE",
                    issuer.dataDir().resolve("master.key").toString());
            try (TestServer elsewhere = TestServer.fresh(Mode.EMBEDDED, settings)) {
                walk(issuer, app);
            }
        }
    }

    private static void walk(TestServer issuer, String app) {
        AppWalk walk = new AppWalk(issuer.issuer(), app);
        Page home = walk.signIn("alice", "copper lantern at noon");
        assertThat(home.body()).contains("Alice Example", "Status 200");
        assertThat(home.header("Content-Security-Policy")).contains("form-action 'self' " + issuer.issuer());
        Parallel.until(() -> refreshes(issuer) == 0 && waited());
        assertThat(Parallel.run(20, walk::home))
                .allSatisfy(page -> assertThat(page.body()).contains("Status 200"));
        Parallel.until(() -> refreshes(issuer) > 0);
        assertThat(refreshes(issuer)).isEqualTo(1);
        Page left =
                walk.browser.post(app + "/logout", Map.of("token", home.fields().get("token")));
        assertThat(left.location().toString()).startsWith(issuer.issuer() + "/logout?");
        assertThat(walk.browser.get(left.location()).location().toString()).isEqualTo(app);
    }

    /** Until the token is so old that it is refreshed. */
    private static boolean waited() {
        try {
            Thread.sleep(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private static long refreshes(TestServer issuer) {
        return issuer.database().number("select count(*) from audit_event where type = 'token_refreshed'");
    }
}
