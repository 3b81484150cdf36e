package dev.postern.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.postern.data.database.Client;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.EventsNotDurable;
import dev.postern.identity.token.grant.GrantWorld;
import dev.postern.identity.token.grant.Granted;
import dev.postern.identity.token.mint.TokenResponse;
import dev.postern.platform.Metrics;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.RequestParameters;
import dev.postern.protocol.TokenValue;
import dev.postern.testing.fakes.FakeEvents;
import dev.postern.testing.fakes.TestClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenEventsTest {

    private final GrantWorld world = new GrantWorld();
    private final FakeEvents published = new FakeEvents();
    private final TokenEvents events = new TokenEvents(published, world.service(), new Metrics());
    private final Client web = TestClients.web().build();
    private final TokenExchange exchange = new TokenExchange()
            .of(RequestParameters.of(Map.of("grant_type", List.of("authorization_code"))))
            .by(GrantWorld.authenticated(web));

    @Test
    void tells_what_was_issued_before_it_is_answered() {
        Granted granted = world.redeem(world.code("openid"));
        events.issued(exchange, granted, response(granted));
        Event event = published.published.get(0);
        assertThat(event.type()).isEqualTo("token_issued");
        assertThat(event.statement().grantId()).isEqualTo(granted.grantId());
        assertThat(event.details())
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("client_authentication", "client_secret_basic")
                .doesNotContainValue("at")
                .doesNotContainValue("rt");
    }

    @Test
    void takes_back_what_cannot_be_audited() {
        published.broken = true;
        Granted granted = world.redeem(world.code("openid"));
        assertThatThrownBy(() -> events.issued(exchange, granted, response(granted)))
                .isInstanceOf(EventsNotDurable.class);
        assertThat(world.grants.isRevoked(granted.grantId(), "")).isTrue();
        TokenValue refreshToken = granted.refreshToken().orElseThrow();
        assertThat(world.families.find(refreshToken).orElseThrow().family().revoked())
                .isTrue();
    }

    @Test
    void tells_of_a_replay_and_of_its_refusal_and_warns_the_user() {
        Client strict = TestClients.web().reuseGrace(Duration.ZERO).build();
        TokenValue token =
                world.redeem(strict, world.code("openid")).refreshToken().orElseThrow();
        world.refresh(strict, token);
        OAuthRefused replay = catchThrowableOfType(OAuthRefused.class, () -> world.refresh(strict, token));
        events.refused(exchange, replay);
        assertThat(published.types()).containsExactly("refresh_token_replayed", "token_refused");
        assertThat(published.notifications).hasSize(1);
    }

    private static TokenResponse response(Granted granted) {
        return new TokenResponse(
                "jti-1",
                new TokenValue("at"),
                Duration.ofMinutes(5),
                granted.target().scope(),
                granted.refreshToken(),
                Optional.empty());
    }
}
