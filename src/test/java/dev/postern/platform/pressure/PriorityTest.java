package dev.postern.platform.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriorityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/status/live",
                "/status/metrics",
                "/jwks",
                "/.well-known/openid-configuration",
                "/assets/postern.css"
            })
    void what_is_cheap_is_always_answered(String path) {
        assertThat(Priority.of(path)).isEqualTo(Priority.ALWAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/introspect", "/revoke", "/userinfo", "/gateway/verify"})
    void what_others_wait_for_is_refused_last(String path) {
        assertThat(Priority.of(path)).isEqualTo(Priority.TOKENS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/interaction/login",
                "/interaction/consent",
                "/consent",
                "/logout",
                "/app/callback",
                "/api/v1/me"
            })
    void what_was_begun_may_be_finished(String path) {
        assertThat(Priority.of(path)).isEqualTo(Priority.UNDER_WAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/authorize",
                "/app",
                "/app/login",
                "/gateway/api/v1/me",
                "/gateway/verify/x",
                "/console",
                "/",
                "/tokens",
                ""
            })
    void whatever_else_is_refused_first(String path) {
        assertThat(Priority.of(path)).isEqualTo(Priority.NEW);
    }

    @Test
    void each_kind_has_its_share_and_even_the_smallest_limit_lets_one_in() {
        assertThat(Priority.NEW.share(128)).isEqualTo(64);
        assertThat(Priority.UNDER_WAY.share(128)).isEqualTo(96);
        assertThat(Priority.TOKENS.share(128)).isEqualTo(128);
        assertThat(Priority.NEW.share(1)).isEqualTo(1);
    }
}
