package dev.postern.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "Keep-Alive",
                "TE",
                "Transfer-Encoding",
                "Upgrade",
                "Proxy-Authorization",
                "Cookie",
                "Host",
                "Forwarded",
                "X-Forwarded-For",
                "X-Real-IP",
                "X-Auth-Subject",
                "x_auth_subject",
                "X-Original-URI",
                "Remote-User",
                "X-Request-Id",
                "traceparent",
                "X-HTTP-Method-Override",
                "Expect",
                "Content-Length"
            })
    void what_belongs_to_the_connection_or_says_who_the_caller_is_stops_here(String name) {
        assertThat(HeaderRules.toUpstream(name, Set.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "Accept", "Content-Type", "If-None-Match", "X-Custom", "DPoP"})
    void what_the_client_may_say_goes_on(String name) {
        assertThat(HeaderRules.toUpstream(name, Set.of())).isTrue();
    }

    @Test
    void fields_that_connection_names_stop_too() {
        Set<String> named = HeaderRules.named(List.of("close, X-Secret", "x-other"));
        assertThat(HeaderRules.toUpstream("X-Secret", named)).isFalse();
        assertThat(HeaderRules.toUpstream("X-Other", named)).isFalse();
        assertThat(HeaderRules.toClient("x-secret", named)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Set-Cookie", "Server", "X-Powered-By", "Connection", "Transfer-Encoding", ":status"})
    void answers_bring_no_cookies_and_no_brands(String name) {
        assertThat(HeaderRules.toClient(name, Set.of())).isFalse();
    }
}
