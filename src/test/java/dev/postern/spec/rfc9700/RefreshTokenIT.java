package dev.postern.spec.rfc9700;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.TestServer;
import org.junit.jupiter.api.Test;

/** RFC 9700 section 4.14.2: rotation, reuse, and what the policies of clients change. */
class RefreshTokenIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");
    private final OAuthClient strict = OAuthClient.confidential(server, "refresh-strict");

    @Test
    void rotates() {
        String first = web.tokens("openid offline_access orders.read").text("refresh_token");
        Answer second = web.refresh(first);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("refresh_token")).isNotEqualTo(first);
        assertThat(web.refresh(second.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void answers_the_same_successor_to_a_client_that_lost_the_answer() {
        String first = web.tokens("openid offline_access").text("refresh_token");
        String successor = web.refresh(first).text("refresh_token");
        Answer again = web.refresh(first);
        assertThat(again.text("refresh_token")).isEqualTo(successor);
        Object grantId = again.claims("access_token").get("gid");
        Parallel.until(() -> refreshes(grantId, "rotated") == 1 && refreshes(grantId, "repeated") == 1);
    }

    private long refreshes(Object grantId, String how) {
        return server.database()
                .number(
                        "select count(*) from audit_event where grant_id = ? and type = 'token_refreshed' and details like ?",
                        grantId,
                        "%\"" + how + "\"%");
    }

    @Test
    void purges_what_has_expired_by_itself() {
        Object grantId =
                web.tokens("openid offline_access").claims("access_token").get("gid");
        server.database()
                .update(
                        "update refresh_token_family set purge_after = timestamp with time zone '2001-01-01 00:00:00+00' where grant_id = ?",
                        grantId);
        Parallel.until(() ->
                server.database().number("select count(*) from refresh_token_family where grant_id = ?", grantId) == 0);
    }

    @Test
    void revokes_everything_when_a_spent_token_comes_again() {
        Answer tokens = strict.tokens("openid orders.read");
        String first = tokens.text("refresh_token");
        Answer second = strict.refresh(first);
        assertThat(strict.refresh(first).error()).isEqualTo("invalid_grant");
        assertThat(strict.refresh(second.text("refresh_token")).error()).isEqualTo("invalid_grant");
        assertThat(strict.userInfo(second.text("access_token")).status()).isEqualTo(401);
        assertThat(strict.userInfo(tokens.text("access_token")).status()).isEqualTo(401);
        Object grantId = tokens.claims("access_token").get("gid");
        Parallel.until(() -> server.database()
                        .number(
                                "select count(*) from audit_event where grant_id = ? and type = 'refresh_token_replayed'",
                                grantId)
                > 0);
    }

    @Test
    void takes_the_grandparent_for_theft_inside_the_grace() {
        String first = web.tokens("openid offline_access").text("refresh_token");
        Answer third = web.refresh(web.refresh(first).text("refresh_token"));
        assertThat(web.refresh(first).error()).isEqualTo("invalid_grant");
        assertThat(web.refresh(third.text("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    @Test
    void issues_refresh_tokens_by_policy() {
        assertThat(web.tokens("openid").json()).doesNotContainKey("refresh_token");
        assertThat(OAuthClient.confidential(server, "refresh-always")
                        .tokens("openid")
                        .json())
                .containsKey("refresh_token");
        assertThat(OAuthClient.confidential(server, "refresh-never")
                        .tokens("openid offline_access")
                        .json())
                .doesNotContainKey("refresh_token");
    }

    @Test
    void keeps_the_token_of_a_client_that_wants_it() {
        OAuthClient keep = OAuthClient.confidential(server, "refresh-keep");
        String token = keep.tokens("openid").text("refresh_token");
        for (int i = 0; i < 3; i++) {
            assertThat(keep.refresh(token).text("refresh_token")).isEqualTo(token);
        }
    }

    @Test
    void narrows_the_scope_but_never_widens_it() {
        String first = web.tokens("openid offline_access orders.read").text("refresh_token");
        assertThat(web.refresh(first, "scope", "orders.write").error()).isEqualTo("invalid_scope");
        Answer narrow = web.refresh(first, "scope", "orders.read");
        assertThat(narrow.text("scope")).isEqualTo("orders.read");
        assertThat(narrow.json()).doesNotContainKey("id_token");
        assertThat(web.refresh(narrow.text("refresh_token")).text("scope")).contains("openid");
    }

    @Test
    void refuses_another_client() {
        String first = web.tokens("openid offline_access").text("refresh_token");
        assertThat(strict.refresh(first).error()).isEqualTo("invalid_grant");
        assertThat(web.refresh(first).status()).isEqualTo(200);
    }

    @Test
    void keeps_only_hashes() {
        String token = web.tokens("openid offline_access").text("refresh_token");
        assertThat(server.database().number("select count(*) from refresh_token_family where current_hash = ?", token))
                .isZero();
    }
}
