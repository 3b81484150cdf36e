package dev.postern.identity.token.grant;

import static dev.postern.identity.token.grant.GrantWorld.REDIRECT_URI;
import static dev.postern.identity.token.grant.GrantWorld.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.postern.data.database.Client;
import dev.postern.data.database.User;
import dev.postern.data.database.client.RefreshPolicy;
import dev.postern.data.queue.Event;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.TokenValue;
import dev.postern.testing.fakes.TestClients;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AuthorizationCodeGrantTest {

    private final GrantWorld world = new GrantWorld();
    private final Client web = TestClients.web().build();

    @Test
    void gives_what_the_user_granted() {
        Granted granted = world.redeem(world.code("openid orders.read"));
        assertThat(granted.subject()).isEqualTo("usr_alice");
        assertThat(granted.target().audience()).containsExactly(GrantWorld.ORDERS);
        assertThat(granted.identity().orElseThrow().nonce()).isEqualTo("nonce-1");
        assertThat(granted.refreshToken()).isPresent();
    }

    @Test
    void gives_no_id_token_without_openid() {
        assertThat(world.redeem(world.code("orders.read")).identity()).isEmpty();
    }

    @Test
    void codes_cannot_be_guessed() {
        assertThat(world.code("openid").secret()).matches("[A-Za-z0-9_-]{43}"); // 256 bits
        assertThat(world.code("openid")).isNotEqualTo(world.code("openid"));
    }

    @Test
    void redeems_a_code_once_and_revokes_what_the_first_use_gave() {
        TokenValue code = world.code("openid orders.read");
        Granted first = world.redeem(code);
        OAuthRefused refused = refusal(() -> world.redeem(code));
        assertThat(refused.code()).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(((ReplayRefused) refused).event()).isInstanceOf(Event.CodeReplayed.class);
        assertThat(world.grants.isRevoked(first.grantId(), "")).isTrue();
        assertThat(world.families
                        .find(first.refreshToken().orElseThrow())
                        .orElseThrow()
                        .family()
                        .revoked())
                .isTrue();
    }

    @Test
    void recognises_a_replay_after_the_cache_lost_the_code() {
        TokenValue code = world.code("openid");
        Granted first = world.redeem(code);
        world.cache.loseEverything();
        assertThat(refusal(() -> world.redeem(code))).isInstanceOf(ReplayRefused.class);
        assertThat(world.grants.isRevoked(first.grantId(), "")).isTrue();
    }

    @Test
    void recognises_a_replay_whatever_else_is_wrong_with_it() {
        TokenValue code = world.code("openid");
        Granted first = world.redeem(code);
        world.clock.pass(Duration.ofMinutes(2));
        Client other = TestClients.web().id("other").build();
        assertThat(refusal(() -> world.redeem(other, code))).isInstanceOf(ReplayRefused.class);
        assertThat(world.grants.isRevoked(first.grantId(), "")).isTrue();
    }

    @Test
    void gives_fifty_parallel_redemptions_exactly_one_success() throws Exception {
        TokenValue code = world.code("openid");
        AtomicInteger successes = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<Future<?>> all = java.util.stream.IntStream.range(0, 50)
                    .<Future<?>>mapToObj(i -> pool.submit(() -> {
                        try {
                            world.redeem(code);
                            successes.incrementAndGet();
                        } catch (OAuthRefused expected) {
                            // all but one
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(successes).hasValue(1);
    }

    @Test
    void rejects_an_expired_code() {
        TokenValue code = world.code("openid");
        world.clock.pass(Duration.ofSeconds(60));
        assertThat(refusal(() -> world.redeem(code)).reason()).isEqualTo("the code has expired");
    }

    @Test
    void rejects_another_client_without_spending_the_code() {
        TokenValue code = world.code("openid");
        Client other = TestClients.web().id("other").build();
        assertThat(refusal(() -> world.redeem(other, code)).reason()).contains("another client");
        assertThat(world.redeem(code).subject()).isEqualTo("usr_alice");
    }

    @Test
    void rejects_a_redirect_uri_that_differs_or_is_missing() {
        TokenValue code = world.code("openid");
        assertThat(refusal(() -> world.codeGrant.redeem(
                                GrantWorld.request(web, code, Optional.of(REDIRECT_URI + "/"), Optional.of(VERIFIER))))
                        .reason())
                .contains("redirect_uri");
        assertThat(refusal(() -> world.codeGrant.redeem(
                                GrantWorld.request(web, code, Optional.empty(), Optional.of(VERIFIER))))
                        .reason())
                .contains("redirect_uri");
    }

    @Test
    void needs_no_redirect_uri_if_the_authorization_request_named_none() {
        TokenValue code = world.codes.issue(world.issued("openid", "", false));
        Granted granted = world.codeGrant.redeem(GrantWorld.request(web, code, Optional.empty(), Optional.empty()));
        assertThat(granted.subject()).isEqualTo("usr_alice");
    }

    @Test
    void rejects_a_verifier_that_does_not_match() {
        TokenValue code = world.code("openid");
        assertThat(refusal(() -> world.codeGrant.redeem(
                                GrantWorld.request(web, code, Optional.of(REDIRECT_URI), Optional.of("x".repeat(43)))))
                        .code())
                .isEqualTo(OAuthErrorCode.INVALID_GRANT);
    }

    @Test
    void rejects_a_verifier_without_a_challenge() {
        TokenValue code = world.codes.issue(world.issued("openid", "", true));
        assertThat(refusal(() -> world.redeem(code)).reason()).contains("without a code_challenge");
    }

    @Test
    void rejects_the_code_of_a_disabled_user() {
        TokenValue code = world.code("openid");
        User alice = GrantWorld.ALICE;
        world.users.save(new User(alice.subject(), alice.username(), "", alice.claims(), alice.roles(), false), "test");
        assertThat(refusal(() -> world.redeem(code)).reason()).contains("disabled");
    }

    @Test
    void rejects_a_code_whose_session_has_ended_and_no_other() {
        TokenValue code = world.code("openid offline_access");
        world.codes.refuseUnspentOf("session-2");
        assertThat(world.redeem(world.code("openid")).subject()).isEqualTo("usr_alice");
        world.codes.refuseUnspentOf("session-1");
        assertThat(refusal(() -> world.redeem(code)).reason()).isEqualTo("the session has ended");
    }

    @Test
    void rejects_a_code_that_was_issued_before_the_consent_was_withdrawn() {
        TokenValue before = world.code("openid");
        world.codes.refuseUnspent("usr_alice", "other");
        assertThat(world.redeem(before).subject()).isEqualTo("usr_alice");
        TokenValue withdrawn = world.code("openid");
        world.codes.refuseUnspent("usr_alice", "web");
        assertThat(refusal(() -> world.redeem(withdrawn)).reason()).contains("withdrawn their consent");
        world.clock.pass(Duration.ofSeconds(1));
        assertThat(world.redeem(world.code("openid")).subject()).isEqualTo("usr_alice");
    }

    @Test
    void issues_refresh_tokens_by_the_clients_policy() {
        Client never = TestClients.web().refreshTokens(RefreshPolicy.NEVER).build();
        Client offline = TestClients.web()
                .refreshTokens(RefreshPolicy.WITH_OFFLINE_ACCESS)
                .build();
        Client withoutTheGrant =
                TestClients.web().grantTypes("authorization_code").build();
        assertThat(world.redeem(never, world.code("openid offline_access")).refreshToken())
                .isEmpty();
        assertThat(world.redeem(offline, world.code("openid")).refreshToken()).isEmpty();
        assertThat(world.redeem(offline, world.code("openid offline_access")).refreshToken())
                .isPresent();
        assertThat(world.redeem(withoutTheGrant, world.code("openid")).refreshToken())
                .isEmpty();
    }

    @Test
    void lets_refresh_tokens_that_are_not_offline_end_with_the_session() {
        world.redeem(world.code("openid"));
        assertThat(world.families.latest().absoluteLifetime()).isEqualTo(Duration.ofHours(8));
        assertThat(world.families.latest().idleLifetime()).isEqualTo(Duration.ofHours(2));
        world.redeem(world.code("openid offline_access"));
        assertThat(world.families.latest().absoluteLifetime()).isEqualTo(Duration.ofDays(90));
        assertThat(world.families.latest().idleLifetime()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void narrows_to_the_resource_that_the_token_request_asks_for() {
        TokenValue code = world.code("openid orders.read mail.read");
        Granted granted = world.redeem(web, code, GrantWorld.MAIL);
        assertThat(granted.target().audience()).containsExactly(GrantWorld.MAIL);
        assertThat(granted.target().scope().wire()).isEqualTo("openid mail.read");
    }

    @Test
    void refuses_a_resource_that_was_not_granted_without_spending_the_code() {
        TokenValue code = world.code("openid orders.read", GrantWorld.ORDERS);
        assertThat(refusal(() -> world.redeem(web, code, GrantWorld.MAIL)).code())
                .isEqualTo(OAuthErrorCode.INVALID_TARGET);
        assertThat(world.redeem(code).target().audience()).containsExactly(GrantWorld.ORDERS);
    }

    private static OAuthRefused refusal(Runnable request) {
        return catchThrowableOfType(OAuthRefused.class, request::run);
    }
}
