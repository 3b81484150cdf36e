package dev.postern.spec.cors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Fetch standard's CORS protocol: which pages may read what. */
class CorsIT {

    private static final String REGISTERED = "http://127.0.0.1:18083";
    private static final String STRANGER = "https://stranger.test";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient spa = OAuthClient.open(server, "spa");

    @Test
    void lets_anybody_read_the_documents() {
        for (String path : List.of("/jwks", "/.well-known/openid-configuration")) {
            Answer answer = OAuthClient.send(
                    spa.request(path).header("Origin", STRANGER).GET());
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        }
    }

    @Test
    void lets_registered_origins_speak_to_the_token_service() {
        for (String path : List.of("/token", "/revoke", "/userinfo")) {
            Answer preflight = preflight(path, REGISTERED);
            assertThat(preflight.status()).as(path).isEqualTo(204);
            assertThat(preflight.header("Access-Control-Allow-Origin")).as(path).isEqualTo(REGISTERED);
            assertThat(preflight.header("Access-Control-Allow-Methods"))
                    .as(path)
                    .contains("POST");
            assertThat(preflight.header("Access-Control-Allow-Headers"))
                    .as(path)
                    .containsIgnoringCase("authorization");
            assertThat(preflight.header("Access-Control-Allow-Credentials"))
                    .as(path)
                    .isEmpty();
            assertThat(preflight.header("Vary")).as(path).contains("Origin");
        }
    }

    @Test
    void lets_registered_origins_read_errors_too() {
        Answer answer = OAuthClient.send(spa.request("/token")
                .header("Origin", REGISTERED)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("client_id=spa&grant_type=refresh_token&refresh_token=x")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(REGISTERED);
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @Test
    void tells_strangers_nothing() {
        for (String path : List.of("/token", "/revoke", "/userinfo")) {
            assertThat(preflight(path, STRANGER).header("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void lets_no_page_read_introspection_or_authorization() {
        for (String path : List.of("/introspect", "/authorize", "/login", "/logout")) {
            assertThat(preflight(path, REGISTERED).header("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEmpty();
        }
    }

    private Answer preflight(String path, String origin) {
        return OAuthClient.send(spa.request(path)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
    }
}
