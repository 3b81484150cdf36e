package dev.postern.spec.oidccore;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.ChildProcess;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.OnRunnableJar;
import dev.postern.testserver.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenID Connect Core section 10.1.1: signing keys are rotated while the server runs, by {@code java -jar postern.jar rotate-keys}. */
class KeyRotationIT {

    private static final String JAR = Path.of("target", "postern.jar").toString();

    @TempDir
    Path directory;

    private List<String> rotate(Path dataDirectory, int expectedCode, String... algorithms) throws Exception {
        Path log = directory.resolve("rotation.log");
        List<String> command = new ArrayList<>(List.of(ChildProcess.java(), "-jar", JAR, "rotate-keys"));
        command.addAll(List.of(algorithms));
        ChildProcess process =
                ChildProcess.start("rotate-keys", log, Map.of("POSTERN_DATA_DIR", dataDirectory.toString()), command);
        assertThat(process.awaitExit(Duration.ofSeconds(60))).isEqualTo(expectedCode);
        return Files.readAllLines(log);
    }

    private static List<String> published(OAuthClient client) throws Exception {
        Answer keys = OAuthClient.send(client.request("/jwks"));
        return JWKSet.parse(keys.response().body()).getKeys().stream()
                .map(JWK::getKeyID)
                .toList();
    }

    @OnRunnableJar("rotate-keys is a command of the launcher")
    @Test
    void a_rotation_signs_with_other_keys_at_once_publishes_both_and_believes_what_was_signed_before()
            throws Exception {
        try (TestServer server = TestServer.fresh(Mode.EMBEDDED, Map.of())) {
            OAuthClient web = OAuthClient.confidential(server, "web-basic");
            Browser browser = new Browser(server.issuer());
            Answer before = web.tokens(browser, "openid profile", "alice", "copper lantern at noon");
            String oldKey = String.valueOf(before.jwtHeader("id_token").get("kid"));
            List<String> publishedBefore = published(web);

            List<String> said = rotate(server.dataDir(), 0);

            Answer after = web.tokens("openid profile");
            String newKey = String.valueOf(after.jwtHeader("id_token").get("kid"));
            assertThat(said).contains("retired RS256 " + oldKey, "activated RS256 " + newKey);
            assertThat(newKey).isNotEqualTo(oldKey).isIn(publishedBefore);
            assertThat(published(web)).containsAll(publishedBefore).hasSizeGreaterThan(publishedBefore.size());
            assertThat(web.userInfo(before.text("access_token")).status()).isEqualTo(200);
            assertThat(browser.authorize(Authorize.with("web-basic")
                                    .and("prompt", "none")
                                    .and("id_token_hint", before.text("id_token"))
                                    .map())
                            .parameter("code"))
                    .isPresent();
            assertThat(audited(server, "signing_key_changed", newKey)).isPositive();
            assertThat(audited(server, "configuration_changed", "command rotate-keys"))
                    .isEqualTo(1);
            Files.delete(directory.resolve("rotation.log"));
            assertThat(rotate(server.dataDir(), 0, "ES256")).hasSize(3).allMatch(line -> line.contains(" ES256 "));
            assertThat(rotate(server.dataDir(), 1, "HS256"))
                    .contains("The keys were not rotated: no key signs with HS256");
        }
    }

    /** The audit trail is written a moment later. */
    private static long audited(TestServer server, String type, String detail) throws InterruptedException {
        long found = 0;
        for (int i = 0; i < 100 && found == 0; i++) {
            Thread.sleep(100);
            found = server.database()
                    .number(
                            "select count(*) from audit_event where type = ? and details like ?",
                            type,
                            "%" + detail + "%");
        }
        return found;
    }

    @Test
    void the_command_says_where_no_server_runs() throws Exception {
        assertThat(rotate(directory.resolve("elsewhere"), 1))
                .singleElement()
                .asString()
                .startsWith("No server runs on the data folder")
                .contains("POSTERN_DATA_DIR");
    }
}
