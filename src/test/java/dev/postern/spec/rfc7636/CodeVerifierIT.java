package dev.postern.spec.rfc7636;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.TestServer;
import org.junit.jupiter.api.Test;

/** RFC 7636 section 4.6 at the token endpoint, and what RFC 9700 section 2.1.1 adds. */
class CodeVerifierIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");
    private final OAuthClient optional = OAuthClient.confidential(server, "pkce-optional");

    @Test
    void rejects_a_verifier_that_does_not_match_and_one_that_is_missing() {
        String code = web.code("openid");
        assertThat(web.redeem(code, "code_verifier", "x".repeat(43)).error()).isEqualTo("invalid_grant");
        assertThat(web.redeem(code, "code_verifier", "short").error()).isEqualTo("invalid_grant");
        assertThat(web.redeem(code, "code_verifier", null).error()).isEqualTo("invalid_grant");
        assertThat(web.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void enforces_a_challenge_of_a_client_that_need_not_send_one() {
        String code = optional.code("openid");
        assertThat(optional.redeem(code, "code_verifier", null).error()).isEqualTo("invalid_grant");
    }

    @Test
    void rejects_a_verifier_without_a_challenge() {
        String code = optional.code("openid", "code_challenge", null, "code_challenge_method", null);
        assertThat(optional.redeem(code).error()).isEqualTo("invalid_grant");
        assertThat(optional.redeem(code, "code_verifier", null).status()).isEqualTo(200);
    }
}
