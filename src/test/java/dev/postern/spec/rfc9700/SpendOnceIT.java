package dev.postern.spec.rfc9700;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.TestServer;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 6749 section 4.1.2 and RFC 9700 section 4.14.2: what serves once serves once, however many ask at the same moment. */
class SpendOnceIT {

    private static final int AT_ONCE = 50;

    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
    void gives_parallel_redemptions_of_a_code_exactly_one_success_and_revokes_it(Mode mode) {
        OAuthClient web = OAuthClient.confidential(TestServer.shared(mode), "web-basic");
        String code = web.code("openid offline_access orders.read");
        Answer success = onlySuccess(Parallel.run(AT_ONCE, () -> web.redeem(code)));
        assertThat(web.userInfo(success.text("access_token")).status()).isEqualTo(401);
        assertThat(web.refresh(success.text("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
    void gives_parallel_refreshes_the_same_successor_inside_the_grace(Mode mode) {
        OAuthClient web = OAuthClient.confidential(TestServer.shared(mode), "web-basic");
        String token = web.tokens("openid offline_access").text("refresh_token");
        List<Answer> answers = Parallel.run(AT_ONCE, () -> web.refresh(token));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 503));
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .map(answer -> answer.text("refresh_token"))
                        .collect(Collectors.toSet()))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("dev.postern.testserver.Mode#all")
    void gives_parallel_refreshes_one_success_without_a_grace(Mode mode) {
        OAuthClient strict = OAuthClient.confidential(TestServer.shared(mode), "refresh-strict");
        String token = strict.tokens("openid").text("refresh_token");
        Answer success = onlySuccess(Parallel.run(AT_ONCE, () -> strict.refresh(token)));
        assertThat(strict.refresh(success.text("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    @Test
    void recognises_a_replay_after_redis_was_restarted() {
        TestServer server = TestServer.shared(Mode.PRODUCTION_PARTS);
        OAuthClient web = OAuthClient.confidential(server, "web-basic");
        String code = web.code("openid");
        Answer tokens = web.redeem(code);
        server.parts().redis().kill9();
        server.parts().redis().start();
        Parallel.until(() -> web.redeem(code).status() != 503);
        assertThat(web.redeem(code).error()).isEqualTo("invalid_grant");
        assertThat(web.userInfo(tokens.text("access_token")).status()).isEqualTo(401);
    }

    @Test
    void answers_503_with_retry_after_while_redis_is_away_and_recovers() {
        TestServer server = TestServer.shared(Mode.PRODUCTION_PARTS);
        OAuthClient web = OAuthClient.confidential(server, "web-basic");
        String code = web.code("openid");
        server.parts().redis().stop();
        try {
            Answer answer = web.redeem(code);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.error()).isEqualTo("temporarily_unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        } finally {
            server.parts().redis().start();
        }
        Parallel.until(() -> web.redeem("nonsense").status() == 400);
    }

    private static Answer onlySuccess(List<Answer> answers) {
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                // 503: on a starved machine an event may not be durable in time, and then nothing may be answered.
                .allSatisfy(answer -> assertThat(answer.error()).isIn("invalid_grant", "temporarily_unavailable"))
                .anySatisfy(answer -> assertThat(answer.error()).isEqualTo("invalid_grant"));
        return answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
    }
}
