package dev.postern.identity.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.identity.authorization.request.Requests;
import dev.postern.identity.authorization.session.SsoSession;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final SsoSession MINUTE_OLD =
            new SsoSession("sid", "usr_1", NOW.minusSeconds(60), List.of("pwd"), NOW, NOW.plusSeconds(3_600));

    @Test
    void a_session_is_enough() {
        assertThat(mustAsk(Requests.good(), "")).isFalse();
        assertThat(mustAsk(Requests.good().with("prompt", "consent"), "")).isFalse();
    }

    @Test
    void prompt_login_and_select_account_ask_again() {
        assertThat(mustAsk(Requests.good().with("prompt", "login"), "")).isTrue();
        assertThat(mustAsk(Requests.good().with("prompt", "consent select_account"), ""))
                .isTrue();
    }

    @Test
    void max_age_counts_from_the_login_and_not_from_the_last_use() {
        assertThat(mustAsk(Requests.good().with("max_age", "60"), "")).isFalse();
        assertThat(mustAsk(Requests.good().with("max_age", "59"), "")).isTrue();
        assertThat(mustAsk(Requests.good().with("max_age", "0"), "")).isTrue();
    }

    @Test
    void a_hint_names_who_must_answer() {
        assertThat(mustAsk(Requests.good(), "usr_1")).isFalse();
        assertThat(mustAsk(Requests.good(), "usr_2")).isTrue();
    }

    private static boolean mustAsk(Requests request, String expectedSubject) {
        return LoginPolicy.mustAsk(request.parse(), MINUTE_OLD, expectedSubject, "usr_1", NOW);
    }
}
