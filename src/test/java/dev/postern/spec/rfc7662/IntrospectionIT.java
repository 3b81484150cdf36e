package dev.postern.spec.rfc7662;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 7662: who may learn what about a token. */
class IntrospectionIT {

    private static final Map<String, Object> INACTIVE = Map.of("active", false);

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");
    private final OAuthClient orders = OAuthClient.confidential(server, "rs-orders");
    private final OAuthClient mail = OAuthClient.confidential(server, "rs-mail");

    @Test
    void tells_a_resource_server_about_tokens_for_it() {
        String token = web.tokens("openid orders.read").text("access_token");
        Answer answer = orders.introspect(token);
        assertThat(answer.json())
                .containsEntry("active", true)
                .containsEntry("client_id", "web-basic")
                .containsEntry("aud", "https://orders.test/api")
                .containsEntry("iss", server.issuer())
                .containsEntry("token_type", "Bearer")
                .containsKeys("sub", "exp", "iat", "jti", "scope")
                .doesNotContainKey("username");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void tells_a_resource_server_about_tokens_that_it_may_introspect() {
        String token = web.tokens("openid orders.read").text("access_token");
        assertThat(mail.introspect(token).json()).containsEntry("active", true);
    }

    @Test
    void tells_strangers_nothing() {
        String opaque = web.tokens("openid mail.read").text("access_token");
        assertThat(mail.introspect(opaque).json()).containsEntry("active", true);
        assertThat(orders.introspect(opaque).json()).isEqualTo(INACTIVE);
        assertThat(OAuthClient.confidential(server, "web-es256")
                        .introspect(opaque)
                        .json())
                .isEqualTo(INACTIVE);
    }

    @Test
    void tells_the_client_about_its_own_tokens() {
        Answer tokens = web.tokens("openid offline_access mail.read");
        assertThat(web.introspect(tokens.text("access_token")).json()).containsEntry("active", true);
        assertThat(web.introspect(tokens.text("refresh_token")).json())
                .containsEntry("active", true)
                .containsEntry("client_id", "web-basic");
        assertThat(mail.introspect(tokens.text("refresh_token")).json()).isEqualTo(INACTIVE);
    }

    @Test
    void calls_spent_refresh_tokens_inactive() {
        Answer tokens = web.tokens("openid offline_access");
        web.refresh(tokens.text("refresh_token"));
        assertThat(web.introspect(tokens.text("refresh_token")).json()).isEqualTo(INACTIVE);
    }

    @Test
    void calls_anything_that_is_no_token_of_ours_inactive() {
        assertThat(web.introspect("nonsense").json()).isEqualTo(INACTIVE);
        assertThat(web.introspect("a.b.c").json()).isEqualTo(INACTIVE);
        assertThat(web.introspect(web.tokens("openid").text("id_token")).json()).isEqualTo(INACTIVE);
    }

    @Test
    void asks_who_is_calling() {
        assertThat(new OAuthClient(server.issuer(), "rs-orders", "w".repeat(36))
                        .introspect("x")
                        .status())
                .isEqualTo(401);
        assertThat(OAuthClient.open(server, "spa").introspect("x").status()).isEqualTo(401);
    }
}
