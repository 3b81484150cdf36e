package dev.postern.identity.token.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.postern.data.database.Client;
import dev.postern.data.database.User;
import dev.postern.data.queue.Event;
import dev.postern.identity.code.DeviceCodes.Issued;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.Scope;
import dev.postern.protocol.TokenValue;
import dev.postern.testing.fakes.TestClients;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link GrantWorld#issued} is of the client {@code web}, which is the device here. */
class DeviceCodeGrantTest {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final GrantWorld world = new GrantWorld();
    private final Client device = TestClients.web().build();

    private Issued asked() {
        return world.deviceCodes.issue(device.id(), Scope.ofWire("openid orders.read"), List.of());
    }

    private void allow(Issued asked) {
        String key = world.deviceCodes.waiting(asked.userCode()).orElseThrow().key();
        world.deviceCodes.allow(key, world.issued("openid orders.read", "", false));
    }

    private Granted redeem(TokenValue deviceCode) {
        return redeem(device, deviceCode);
    }

    private Granted redeem(Client client, TokenValue deviceCode) {
        return world.deviceGrant.redeem(
                new DeviceCodeRequest(GrantWorld.authenticated(client), deviceCode, List.of(), GrantWorld.FACTS));
    }

    private OAuthErrorCode refusal(TokenValue deviceCode) {
        return refused(deviceCode).code();
    }

    private OAuthRefused refused(TokenValue deviceCode) {
        return catchThrowableOfType(OAuthRefused.class, () -> redeem(deviceCode));
    }

    @Test
    void gives_what_the_person_allowed_after_all_the_waiting() {
        Issued asked = asked();
        assertThat(refusal(asked.deviceCode())).isEqualTo(OAuthErrorCode.AUTHORIZATION_PENDING);
        allow(asked);
        world.clock.pass(INTERVAL);
        Granted granted = redeem(asked.deviceCode());
        assertThat(granted.subject()).isEqualTo("usr_alice");
        assertThat(granted.target().audience()).containsExactly(GrantWorld.ORDERS);
        assertThat(granted.identity()).isPresent();
        assertThat(granted.refreshToken()).isPresent();
    }

    @Test
    void is_told_to_slow_down_whatever_the_answer_is() {
        Issued asked = asked();
        refusal(asked.deviceCode());
        allow(asked);
        assertThat(refusal(asked.deviceCode())).isEqualTo(OAuthErrorCode.SLOW_DOWN);
        world.clock.pass(INTERVAL.multipliedBy(2));
        assertThat(redeem(asked.deviceCode()).subject()).isEqualTo("usr_alice");
    }

    @Test
    void gives_it_once_and_revokes_what_the_first_use_gave() {
        Issued asked = asked();
        allow(asked);
        Granted first = redeem(asked.deviceCode());
        world.clock.pass(INTERVAL);
        OAuthRefused again = refused(asked.deviceCode());
        assertThat(again.code()).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(((ReplayRefused) again).event()).isInstanceOf(Event.CodeReplayed.class);
        assertThat(world.grants.isRevoked(first.grantId(), "")).isTrue();
    }

    @Test
    void says_that_the_person_has_denied_it() {
        Issued asked = asked();
        world.deviceCodes.deny(
                world.deviceCodes.waiting(asked.userCode()).orElseThrow().key());
        assertThat(refusal(asked.deviceCode())).isEqualTo(OAuthErrorCode.ACCESS_DENIED);
    }

    @Test
    void says_that_nobody_has_answered_in_time() {
        Issued asked = asked();
        world.clock.pass(Duration.ofMinutes(10));
        assertThat(refusal(asked.deviceCode())).isEqualTo(OAuthErrorCode.EXPIRED_TOKEN);
    }

    @Test
    void what_was_allowed_can_be_fetched_as_long_as_the_code_lives_and_no_longer() {
        Issued one = asked();
        Issued other = asked();
        allow(one);
        allow(other);
        world.clock.pass(Duration.ofMinutes(9));
        assertThat(redeem(one.deviceCode()).subject()).isEqualTo("usr_alice");
        world.clock.pass(Duration.ofMinutes(1));
        assertThat(refusal(other.deviceCode())).isEqualTo(OAuthErrorCode.EXPIRED_TOKEN);
    }

    @Test
    void refuses_codes_that_nobody_issued_and_those_of_another_client() {
        assertThat(refusal(new TokenValue("nonsense"))).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        Issued asked = asked();
        allow(asked);
        Client stranger = TestClients.web().id("stranger").build();
        OAuthRefused refused = catchThrowableOfType(OAuthRefused.class, () -> redeem(stranger, asked.deviceCode()));
        assertThat(refused.code()).isEqualTo(OAuthErrorCode.INVALID_GRANT);
        assertThat(redeem(asked.deviceCode()).subject()).isEqualTo("usr_alice");
    }

    @Test
    void gives_nothing_once_the_session_has_ended_however_long_that_is_ago() {
        Issued asked = asked();
        allow(asked);
        world.codes.refuseUnspentOf("session-1");
        world.clock.pass(Duration.ofMinutes(9));
        assertThat(refusal(asked.deviceCode())).isEqualTo(OAuthErrorCode.INVALID_GRANT);
    }

    @Test
    void gives_nothing_once_the_consent_was_withdrawn_however_long_that_is_ago() {
        Issued asked = asked();
        allow(asked);
        world.codes.refuseUnspent("usr_alice", device.id());
        world.clock.pass(Duration.ofMinutes(9));
        assertThat(refusal(asked.deviceCode())).isEqualTo(OAuthErrorCode.INVALID_GRANT);
    }

    @Test
    void gives_nothing_for_somebody_who_was_disabled() {
        Issued asked = asked();
        allow(asked);
        User alice = GrantWorld.ALICE;
        world.users.save(new User(alice.subject(), alice.username(), "", alice.claims(), alice.roles(), false), "test");
        assertThat(refusal(asked.deviceCode())).isEqualTo(OAuthErrorCode.INVALID_GRANT);
    }
}
