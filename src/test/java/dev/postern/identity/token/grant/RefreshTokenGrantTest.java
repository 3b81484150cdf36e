package dev.postern.identity.token.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.postern.data.database.Client;
import dev.postern.data.database.User;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.data.database.client.RefreshUse;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.Notification;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.TokenValue;
import dev.postern.testing.fakes.TestClients;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefreshTokenGrantTest {

    private static final String SCOPE = "openid offline_access orders.read mail.read";

    private final GrantWorld world = new GrantWorld();
    private final Client web = TestClients.web().build();
    private final Client strict = TestClients.web().reuseGrace(Duration.ZERO).build();

    @Test
    void rotates_and_says_when_the_user_signed_in() {
        TokenValue first = issued(web);
        Granted granted = world.refresh(web, first);
        assertThat(granted.how()).isEqualTo(Granted.How.ROTATED);
        assertThat(granted.refreshToken().orElseThrow()).isNotEqualTo(first);
        assertThat(granted.identity().orElseThrow().nonce()).isEmpty();
        assertThat(granted.authTime()).contains(world.clock.instant());
    }

    @Test
    void answers_the_same_successor_again_inside_the_grace() {
        TokenValue first = issued(web);
        Granted rotated = world.refresh(web, first);
        world.clock.pass(Duration.ofSeconds(9));
        Granted again = world.refresh(web, first);
        assertThat(again.how()).isEqualTo(Granted.How.REPEATED);
        assertThat(again.refreshToken()).isEqualTo(rotated.refreshToken());
    }

    @Test
    void takes_a_late_reuse_for_theft() {
        TokenValue first = issued(web);
        Granted rotated = world.refresh(web, first);
        world.clock.pass(Duration.ofSeconds(11));
        assertReplayed(refusal(() -> world.refresh(web, first)), rotated);
    }

    @Test
    void takes_the_grandparent_for_theft_even_inside_the_grace() {
        TokenValue first = issued(web);
        Granted second = world.refresh(web, first);
        Granted third = world.refresh(web, second.refreshToken().orElseThrow());
        assertReplayed(refusal(() -> world.refresh(web, first)), third);
    }

    @Test
    void takes_a_reuse_for_something_else_for_theft() {
        TokenValue first = issued(web);
        Granted rotated = world.refresh(web, first);
        assertReplayed(refusal(() -> world.refresh(web, first, "openid")), rotated);
    }

    @Test
    void knows_no_grace_for_clients_without_it_nor_for_self_registered_ones() {
        TokenValue first = issued(strict);
        Granted rotated = world.refresh(strict, first);
        assertReplayed(refusal(() -> world.refresh(strict, first)), rotated);
        Client stranger = TestClients.web().selfRegistered().build();
        TokenValue its = issued(stranger);
        Granted itsNext = world.refresh(stranger, its);
        assertReplayed(refusal(() -> world.refresh(stranger, its)), itsNext);
    }

    private void assertReplayed(OAuthRefused refused, Granted rotated) {
        assertThat(refused.code()).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        ReplayRefused replay = (ReplayRefused) refused;
        assertThat(replay.event()).isInstanceOf(Event.RefreshTokenReplayed.class);
        assertThat(replay.notification().orElseThrow().kind()).isEqualTo(Notification.Kind.REFRESH_TOKEN_REPLAYED);
        assertThat(world.grants.isRevoked(rotated.grantId(), "")).isTrue();
        assertThat(refusal(() -> world.refresh(web, rotated.refreshToken().orElseThrow()))
                        .reason())
                .isEqualTo("the refresh token was revoked");
    }

    @Test
    void keeps_the_token_where_the_client_is_confidential_and_wants_it() {
        Client keep = TestClients.web().refreshUse(RefreshUse.KEEP).build();
        TokenValue token = issued(keep);
        assertThat(world.refresh(keep, token).refreshToken()).contains(token);
        assertThat(world.refresh(keep, token).how()).isEqualTo(Granted.How.KEPT);
    }

    @Test
    void rotates_the_tokens_of_public_clients_whatever_they_registered() {
        Client publicKeep = TestClients.web()
                .authentication(ClientAuthenticationMethod.NONE)
                .refreshUse(RefreshUse.KEEP)
                .build();
        assertThat(world.refresh(publicKeep, issued(publicKeep)).how()).isEqualTo(Granted.How.ROTATED);
    }

    @Test
    void narrows_the_scope_and_keeps_the_grant_whole() {
        Granted narrow = world.refresh(web, issued(web), "orders.read");
        assertThat(narrow.target().scope().wire()).isEqualTo("orders.read");
        assertThat(narrow.target().audience()).containsExactly(GrantWorld.ORDERS);
        assertThat(narrow.identity()).isEmpty();
        Granted whole = world.refresh(web, narrow.refreshToken().orElseThrow());
        assertThat(whole.target().scope().wire()).isEqualTo(SCOPE);
    }

    @Test
    void refuses_a_wider_scope_without_spending_the_token() {
        TokenValue token = issued(web);
        assertThat(refusal(() -> world.refresh(web, token, "orders.write")).code())
                .isEqualTo(OAuthErrorCode.INVALID_SCOPE);
        assertThat(world.refresh(web, token).how()).isEqualTo(Granted.How.ROTATED);
    }

    @Test
    void refuses_a_resource_outside_the_grant() {
        TokenValue token = issued(web);
        assertThat(refusal(() -> world.refresh(web, token, null, "https://unknown.test"))
                        .code())
                .isEqualTo(OAuthErrorCode.INVALID_TARGET);
        assertThat(world.refresh(web, token, null, GrantWorld.MAIL).target().audience())
                .containsExactly(GrantWorld.MAIL);
    }

    @Test
    void refuses_another_client_and_harms_nobody() {
        TokenValue token = issued(web);
        Client other = TestClients.web().id("other").build();
        assertThat(refusal(() -> world.refresh(other, token)).reason()).contains("another client");
        assertThat(world.refresh(web, token).how()).isEqualTo(Granted.How.ROTATED);
    }

    @Test
    void refuses_after_the_idle_time() {
        TokenValue token = issued(web);
        world.clock.pass(Duration.ofDays(14));
        assertThat(refusal(() -> world.refresh(web, token)).reason()).contains("expired");
    }

    @Test
    void refuses_one_that_is_not_offline_once_the_session_would_be_idle() {
        TokenValue token =
                world.redeem(web, world.code("openid")).refreshToken().orElseThrow();
        world.clock.pass(Duration.ofMinutes(119));
        TokenValue next = world.refresh(web, token).refreshToken().orElseThrow();
        world.clock.pass(Duration.ofHours(2));
        assertThat(refusal(() -> world.refresh(web, next)).reason()).contains("expired");
    }

    @Test
    void refuses_when_the_user_is_disabled() {
        TokenValue token = issued(web);
        User alice = GrantWorld.ALICE;
        world.users.save(new User(alice.subject(), alice.username(), "", alice.claims(), alice.roles(), false), "test");
        assertThat(refusal(() -> world.refresh(web, token)).reason()).contains("disabled");
    }

    @Test
    void refuses_a_token_that_nobody_issued() {
        assertThat(refusal(() -> world.refresh(web, new TokenValue("nonsense"))).code())
                .isEqualTo(OAuthErrorCode.INVALID_GRANT);
    }

    private TokenValue issued(Client client) {
        return world.redeem(client, world.code(SCOPE)).refreshToken().orElseThrow();
    }

    private static OAuthRefused refusal(Runnable request) {
        return catchThrowableOfType(OAuthRefused.class, request::run);
    }
}
