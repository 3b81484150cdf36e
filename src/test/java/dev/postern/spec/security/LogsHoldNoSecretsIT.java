package dev.postern.spec.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.TestServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No token, code, secret, password or cookie is in the log, the audit trail or the queue's tables, whether the request went well or badly. */
class LogsHoldNoSecretsIT {

    private static final String PASSWORD = "copper lantern at noon";
    private static final String WRONG_PASSWORD = "a password that is wrong 4711";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient web = OAuthClient.confidential(server, "web-basic");

    @Test
    void not_one_secret_of_a_whole_life_of_tokens() {
        Browser browser = new Browser(server.issuer());
        String code = web.code(browser, "openid offline_access mail.read");
        Answer tokens = web.redeem(code);
        String first = tokens.text("refresh_token");
        String second = web.refresh(first).text("refresh_token");
        Answer wrongVerifier = web.redeem(web.code(browser, "openid"), "code_verifier", "x".repeat(43) + "-unseen");
        Answer wrongSecret = new OAuthClient(server.issuer(), "web-basic", "a-wrong-secret-0123456789-zyxwvutsrq")
                .clientCredentials();
        Browser.Page login = new Browser(server.issuer()).authorize(web.authorization("openid"));
        Browser other = new Browser(server.issuer());
        other.login(other.get(other.authorize(web.authorization("openid")).location()), "alice", WRONG_PASSWORD);
        web.introspect(tokens.text("access_token"));
        web.userInfo(tokens.text("access_token"));
        web.userInfo("not-a-token-but-secret-all-the-same");
        web.revoke(second);
        web.redeem(code);

        assertThat(List.of(wrongVerifier.status(), wrongSecret.status(), login.status()))
                .containsExactly(400, 401, 303);
        List<String> secrets = Stream.concat(
                        Stream.of(
                                code,
                                first,
                                second,
                                tokens.text("access_token"),
                                tokens.text("id_token"),
                                web.secret(),
                                PASSWORD,
                                WRONG_PASSWORD,
                                "a-wrong-secret-0123456789-zyxwvutsrq",
                                Authorize.VERIFIER,
                                "x".repeat(43) + "-unseen",
                                "not-a-token-but-secret-all-the-same"),
                        browser.cookies().values().stream())
                .toList();
        Parallel.until(
                () -> server.database().number("select count(*) from audit_event where type = 'code_replayed'") > 0);
        assertThat(server.log()).isNotEmpty();
        String log = server.log();
        for (String secret : secrets) {
            assertThat(secret).isNotBlank();
            assertThat(log.contains(secret))
                    .as("a secret of %s characters is in the log", secret.length())
                    .isFalse();
            assertThat(server.database()
                            .number("select count(*) from audit_event where details like ?", "%" + secret + "%"))
                    .as("a secret of %s characters is in the audit trail", secret.length())
                    .isZero();
        }
    }
}
