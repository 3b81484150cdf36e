package dev.postern.spec.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 6749 section 4.1: a code is redeemed once, by the client and for the redirect URI that it was issued for. */
class AuthorizationCodeIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");

    @Test
    void redeems_a_code_for_tokens() {
        Answer tokens = web.tokens("openid offline_access orders.read");
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.json()).containsKeys("access_token", "refresh_token", "id_token", "expires_in");
        assertThat(web.userInfo(tokens.text("access_token")).status()).isEqualTo(200);
    }

    @Test
    void revokes_what_a_code_gave_when_it_comes_again() {
        String code = web.code("openid offline_access orders.read");
        Answer tokens = web.redeem(code);
        assertThat(web.redeem(code).error()).isEqualTo("invalid_grant");
        assertThat(web.introspect(tokens.text("access_token")).json()).isEqualTo(Map.of("active", false));
        assertThat(web.userInfo(tokens.text("access_token")).status()).isEqualTo(401);
        assertThat(web.refresh(tokens.text("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    @Test
    void refuses_another_client_and_keeps_the_code_for_the_right_one() {
        String code = web.code("openid");
        assertThat(OAuthClient.confidential(server, "web-es256").redeem(code).error())
                .isEqualTo("invalid_grant");
        assertThat(web.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void refuses_another_redirect_uri_or_none() {
        String code = web.code("openid");
        assertThat(web.redeem(code, "redirect_uri", Authorize.CALLBACK + "/").error())
                .isEqualTo("invalid_grant");
        assertThat(web.redeem(code, "redirect_uri", null).error()).isEqualTo("invalid_grant");
    }

    @Test
    void refuses_codes_that_nobody_issued() {
        assertThat(web.redeem("nonsense").error()).isEqualTo("invalid_grant");
        assertThat(web.redeem("x", "code", null).error()).isEqualTo("invalid_request");
    }

    @Test
    void audits_every_redemption_and_every_replay() {
        String code = web.code("openid");
        Object grantId = web.redeem(code).claims("access_token").get("gid");
        web.redeem(code);
        Parallel.until(() -> server.database().rows("select type from audit_event where grant_id = ?", grantId).stream()
                .map(row -> row.get("type"))
                .toList()
                .containsAll(List.of("code_issued", "token_issued", "code_replayed")));
    }
}
