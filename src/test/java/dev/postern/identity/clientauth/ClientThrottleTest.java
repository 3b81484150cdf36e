package dev.postern.identity.clientauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Settings;
import dev.postern.testing.fakes.FakeCache;
import dev.postern.testing.fakes.TestClients;
import dev.postern.testing.fakes.TestClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientThrottleTest {

    private static final ClientAuthenticationMethod METHOD = ClientAuthenticationMethod.CLIENT_SECRET_BASIC;

    private final TestClock clock = new TestClock();
    private final FakeCache cache = new FakeCache(clock);
    private final ClientThrottle throttle = node();

    private ClientThrottle node() {
        return new ClientThrottle(
                cache,
                Settings.of(Map.of(
                        "postern.client-authentication.failures-per-client", "3",
                        "postern.client-authentication.failures-per-address", "6",
                        "postern.client-authentication.failure-window", "1m")));
    }

    @BeforeEach
    void from_one_address() {
        from("192.0.2.1");
    }

    @AfterEach
    void close() {
        CurrentRequest.close();
    }

    private static void from(String address) {
        CurrentRequest.open(new CurrentRequest("id", "", address, ""));
    }

    @Test
    void a_client_has_so_many_failures_in_a_window_and_a_right_secret_does_not_help() {
        for (int i = 0; i < 3; i++) {
            assertThat(fail("web").retryAfter()).isEmpty();
        }
        assertThat(fail("web").retryAfter()).contains(Duration.ofMinutes(1));
        assertMustWait("web");

        clock.pass(Duration.ofMinutes(1));

        assertAdmitted("web");
        assertThat(fail("web").retryAfter()).isEmpty();
    }

    @Test
    void who_proves_nothing_cannot_guess_and_need_not_wait() {
        for (int i = 0; i < 4; i++) {
            fail("open");
        }
        AuthenticatedClient open =
                new AuthenticatedClient(TestClients.web().id("open").build(), ClientAuthenticationMethod.NONE);
        assertThatCode(() -> throttle.admit(open)).doesNotThrowAnyException();
    }

    @Test
    void a_client_that_does_not_exist_is_counted_alike() {
        for (int i = 0; i < 3; i++) {
            throttle.counted(ClientNotAuthenticated.unknown("nobody", METHOD));
        }
        ClientNotAuthenticated answer = throttle.counted(ClientNotAuthenticated.unknown("nobody", METHOD));
        assertThat(answer.retryAfter()).isPresent();
        assertThat(answer.clientId()).isEmpty();
        assertThat(answer.description()).isEqualTo(failUntilTooOften("web").description());
    }

    @Test
    void failures_lock_a_client_out_nowhere_else_and_nobody_else() {
        failUntilTooOften("web");
        assertAdmitted("other");
        from("192.0.2.2");
        assertAdmitted("web");
    }

    @Test
    void an_address_has_so_many_failures_whatever_the_client() {
        for (int i = 0; i < 6; i++) {
            assertThat(fail("client-" + i).retryAfter()).isEmpty();
        }
        assertThat(fail("client-6").retryAfter()).isPresent();
        assertAdmitted("web");
        from("192.0.2.2");
        assertThat(fail("client-6").retryAfter()).isEmpty();
    }

    @Test
    void a_success_costs_no_look_into_the_cache() {
        fail("web");
        cache.away(true);
        assertAdmitted("web");
    }

    @Test
    void nodes_count_together() {
        ClientThrottle other = node();
        for (int i = 0; i < 3; i++) {
            fail("web");
        }
        assertThat(other.counted(failure("web")).retryAfter()).isPresent();
    }

    private ClientNotAuthenticated failUntilTooOften(String clientId) {
        ClientNotAuthenticated answer = fail(clientId);
        for (int i = 0; i < 3; i++) {
            answer = fail(clientId);
        }
        return answer;
    }

    private ClientNotAuthenticated fail(String clientId) {
        return throttle.counted(failure(clientId));
    }

    private static ClientNotAuthenticated failure(String clientId) {
        return new ClientNotAuthenticated(clientId, METHOD, "wrong secret");
    }

    private void assertAdmitted(String clientId) {
        assertThatCode(() -> throttle.admit(client(clientId))).doesNotThrowAnyException();
    }

    private void assertMustWait(String clientId) {
        assertThatThrownBy(() -> throttle.admit(client(clientId)))
                .isInstanceOf(ClientNotAuthenticated.class)
                .satisfies(refused -> assertThat(((ClientNotAuthenticated) refused).retryAfter())
                        .isPresent());
    }

    private static AuthenticatedClient client(String id) {
        return new AuthenticatedClient(TestClients.web().id(id).build(), METHOD);
    }
}
