package dev.postern.spec.rfc7009;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 7009: clients give back what they were given. */
class RevocationIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");

    @Test
    void revokes_an_access_token_alone() {
        Answer tokens = web.tokens("openid offline_access orders.read");
        assertThat(web.revoke(tokens.text("access_token")).status()).isEqualTo(200);
        assertThat(web.introspect(tokens.text("access_token")).json()).isEqualTo(Map.of("active", false));
        assertThat(web.userInfo(tokens.text("access_token")).status()).isEqualTo(401);
        assertThat(web.refresh(tokens.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void revokes_a_refresh_token_with_everything_of_its_grant() {
        Answer tokens = web.tokens("openid offline_access orders.read");
        assertThat(web.revoke(tokens.text("refresh_token")).status()).isEqualTo(200);
        assertThat(web.refresh(tokens.text("refresh_token")).error()).isEqualTo("invalid_grant");
        assertThat(web.userInfo(tokens.text("access_token")).status()).isEqualTo(401);
    }

    @Test
    void revokes_opaque_tokens_too() {
        Answer tokens = web.tokens("openid mail.read");
        assertThat(tokens.text("access_token")).doesNotContain(".");
        web.revoke(tokens.text("access_token"));
        assertThat(web.introspect(tokens.text("access_token")).json()).isEqualTo(Map.of("active", false));
    }

    @Test
    void ignores_a_wrong_hint() {
        Answer tokens = web.tokens("openid offline_access");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", tokens.text("refresh_token"));
        form.put("token_type_hint", "access_token");
        assertThat(web.post("/revoke", form).status()).isEqualTo(200);
        assertThat(web.refresh(tokens.text("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    @Test
    void is_content_with_tokens_that_are_none() {
        assertThat(web.revoke("nonsense").status()).isEqualTo(200);
    }

    @Test
    void refuses_to_revoke_what_another_client_was_given() {
        Answer tokens = web.tokens("openid offline_access");
        OAuthClient other = OAuthClient.confidential(server, "web-es256");
        assertThat(other.revoke(tokens.text("refresh_token")).status()).isEqualTo(400);
        assertThat(other.revoke(tokens.text("access_token")).status()).isEqualTo(400);
        assertThat(web.refresh(tokens.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void lets_public_clients_revoke_by_their_id() {
        OAuthClient spa = OAuthClient.open(server, "public-refresh");
        String callback = "http://127.0.0.1:18083/callback";
        Answer tokens = spa.redeem(spa.code("openid", "redirect_uri", callback), "redirect_uri", callback);
        assertThat(spa.revoke(tokens.text("refresh_token")).status()).isEqualTo(200);
        assertThat(spa.refresh(tokens.text("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    @Test
    void asks_who_is_calling_and_for_what() {
        assertThat(new OAuthClient(server.issuer(), "web-basic", "w".repeat(36))
                        .revoke("x")
                        .status())
                .isEqualTo(401);
        assertThat(web.post("/revoke", new LinkedHashMap<>()).error()).isEqualTo("invalid_request");
    }
}
