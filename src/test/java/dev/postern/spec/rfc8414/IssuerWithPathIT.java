package dev.postern.spec.rfc8414;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 8414 section 3.1 and OpenID Connect Discovery section 4.1: where the documents of an issuer with a path are. */
class IssuerWithPathIT {

    private static final String ISSUER = "https://id.example/tenant/one";

    @Test
    void has_its_documents_at_the_inserted_and_at_the_appended_path() {
        try (TestServer server = TestServer.fresh(Mode.EMBEDDED, Map.of("POSTERN_ISSUER", ISSUER))) {
            for (String path : List.of(
                    "/.well-known/oauth-authorization-server/tenant/one",
                    "/.well-known/openid-configuration/tenant/one",
                    "/.well-known/oauth-authorization-server", // what a proxy that takes the path away passes on
                    "/.well-known/openid-configuration")) {
                Answer answer = get(server, path);
                assertThat(answer.status()).as(path).isEqualTo(200);
                assertThat(answer.json())
                        .containsEntry("issuer", ISSUER)
                        .containsEntry("token_endpoint", ISSUER + "/token")
                        .containsEntry("jwks_uri", ISSUER + "/jwks");
                assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            }
            for (String path : List.of("/tenant", "/tenant/two", "/tenant/one/more")) {
                assertThat(get(server, "/.well-known/oauth-authorization-server" + path)
                                .status())
                        .as(path)
                        .isEqualTo(404);
            }
        }
    }

    private static Answer get(TestServer server, String path) {
        OAuthClient anybody = new OAuthClient("http://localhost:" + server.port(), "anybody", "");
        return OAuthClient.send(
                anybody.request(path).header("Origin", "https://stranger.test").GET());
    }
}
