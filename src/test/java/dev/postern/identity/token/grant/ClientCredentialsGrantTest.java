package dev.postern.identity.token.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.postern.data.database.Client;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.Scope;
import dev.postern.testing.fakes.TestClients;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientCredentialsGrantTest {

    private final GrantWorld world = new GrantWorld();
    private final Client service = TestClients.web().id("service").build();

    @Test
    void speaks_for_the_client_itself() {
        Granted granted = redeem(service, "orders.read");
        assertThat(granted.subject()).isEqualTo("service");
        assertThat(granted.refreshToken()).isEmpty();
        assertThat(granted.identity()).isEmpty();
    }

    @Test
    void gives_everything_but_users_scopes_if_none_is_asked_for() {
        assertThat(redeem(service, null).target().scope().wire()).isEqualTo("orders.read orders.write mail.read");
    }

    @Test
    void refuses_scopes_that_speak_about_a_user() {
        assertThat(refusal(() -> redeem(service, "openid")).code()).isEqualTo(OAuthErrorCode.INVALID_SCOPE);
    }

    @Test
    void refuses_unknown_resources() {
        assertThat(refusal(() -> redeem(service, null, "https://unknown.test")).code())
                .isEqualTo(OAuthErrorCode.INVALID_TARGET);
    }

    @Test
    void refuses_public_clients() {
        Client open = TestClients.web()
                .authentication(ClientAuthenticationMethod.NONE)
                .build();
        assertThat(refusal(() -> redeem(open, null)).code()).isEqualTo(OAuthErrorCode.UNAUTHORIZED_CLIENT);
    }

    private Granted redeem(Client client, String scope, String... resource) {
        return world.credentialsGrant.redeem(new ClientCredentialsRequest(
                GrantWorld.authenticated(client), Optional.ofNullable(scope).map(Scope::ofWire), List.of(resource)));
    }

    private static OAuthRefused refusal(Runnable request) {
        return catchThrowableOfType(OAuthRefused.class, request::run);
    }
}
