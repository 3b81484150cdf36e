package dev.postern.spec.rfc8707;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import org.junit.jupiter.api.Test;

/** RFC 8707: whom a token is for, and in which format. */
class ResourceIT {

    private static final String ORDERS = "https://orders.test/api";
    private static final String MAIL = "https://mail.test/api";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");

    @Test
    void takes_the_server_of_the_scope_if_none_is_asked_for() {
        assertThat(web.tokens("openid orders.read").claims("access_token")).containsEntry("aud", ORDERS);
        assertThat(web.tokens("openid mail.read").text("access_token")).doesNotContain(".");
    }

    @Test
    void takes_the_issuer_if_no_scope_belongs_to_a_server() {
        assertThat(web.tokens("openid").claims("access_token")).containsEntry("aud", server.issuer());
    }

    @Test
    void takes_the_clients_default_before_the_issuer() {
        OAuthClient opaque = OAuthClient.confidential(server, "web-opaque");
        assertThat(opaque.tokens("openid").text("access_token")).doesNotContain(".");
    }

    @Test
    void narrows_at_the_token_endpoint_and_again_at_refresh() {
        String code = web.code("openid offline_access orders.read mail.read");
        Answer tokens = web.redeem(code, "resource", ORDERS);
        assertThat(tokens.claims("access_token")).containsEntry("aud", ORDERS);
        assertThat(tokens.text("scope")).contains("orders.read").doesNotContain("mail.read");
        Answer refreshed = web.refresh(tokens.text("refresh_token"), "resource", MAIL);
        assertThat(refreshed.text("scope")).contains("mail.read").doesNotContain("orders.read");
    }

    @Test
    void refuses_unknown_resources_and_those_that_were_not_granted() {
        String code = web.code("openid offline_access orders.read", "resource", ORDERS);
        assertThat(web.redeem(code, "resource", "https://unknown.test").error()).isEqualTo("invalid_target");
        assertThat(web.redeem(code, "resource", MAIL).error()).isEqualTo("invalid_target");
        Answer tokens = web.redeem(code);
        assertThat(web.refresh(tokens.text("refresh_token"), "resource", MAIL).error())
                .isEqualTo("invalid_target");
        assertThat(web.refresh(tokens.text("refresh_token"), "resource", ORDERS).status())
                .isEqualTo(200);
    }

    @Test
    void lets_a_service_choose_among_its_own() {
        OAuthClient service = OAuthClient.confidential(server, "service");
        assertThat(service.clientCredentials("resource", ORDERS).claims("access_token"))
                .containsEntry("aud", ORDERS)
                .containsEntry("scope", "orders.read orders.write");
        assertThat(service.clientCredentials("resource", "https://unknown.test").error())
                .isEqualTo("invalid_target");
    }
}
