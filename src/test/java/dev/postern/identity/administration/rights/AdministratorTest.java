package dev.postern.identity.administration.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.protocol.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdministratorTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Right READ = new Right(Area.CLIENTS, Access.READ);
    private static final Right WRITE = new Right(Area.CLIENTS, Access.WRITE);

    private static Administrator person(String role, String... scope) {
        return new Administrator("usr_1", "console", Scope.of(scope), Set.of(role), Optional.of(NOW));
    }

    @Test
    void a_scope_of_everything_or_of_the_area_is_enough() {
        assertThat(Administrator.client("c", Scope.of("admin:read")).may(READ)).isTrue();
        assertThat(Administrator.client("c", Scope.of("admin:clients:read")).may(READ))
                .isTrue();
        assertThat(Administrator.client("c", Scope.of("admin:users:read")).may(READ))
                .isFalse();
    }

    @Test
    void to_change_does_not_mean_to_look() {
        assertThat(Administrator.client("c", Scope.of("admin:write")).may(READ)).isFalse();
        assertThat(Administrator.client("c", Scope.of("admin:read")).may(WRITE)).isFalse();
    }

    @Test
    void a_person_needs_a_role_besides() {
        assertThat(person("administrator", "admin:write").may(WRITE)).isTrue();
        assertThat(person("auditor", "admin:write").may(WRITE)).isFalse();
        assertThat(person("auditor", "admin:read").may(READ)).isTrue();
        assertThat(person("none", "admin:read", "admin:write").may(READ)).isFalse();
    }

    @Test
    void nobody_hands_on_more_than_they_have() {
        Administrator some = Administrator.client("c", Scope.of("admin:clients:read", "admin:clients:write"));

        assertThat(some.beyondOwn(Scope.of("openid", "admin:clients:write")).isEmpty())
                .isTrue();
        assertThat(some.beyondOwn(Scope.of("admin:write", "admin:audit:read")).values())
                .hasSize(2);
        assertThat(Administrator.client("c", Scope.of("admin:write"))
                        .beyondOwn(Scope.of("admin:users:write", "admin:users:read"))
                        .values())
                .containsExactly("admin:users:read");
        assertThat(some.mayAppoint()).isFalse();
        assertThat(person("auditor", "admin:write").mayAppoint()).isFalse();
    }

    @Test
    void a_sign_in_grows_old_and_a_client_has_none() {
        Administrator person = person("administrator", "admin:write");

        assertThat(person.isFresh(NOW.plusSeconds(900), Duration.ofMinutes(15))).isTrue();
        assertThat(person.isFresh(NOW.plusSeconds(901), Duration.ofMinutes(15))).isFalse();
        assertThat(new Administrator("usr_1", "c", Scope.NONE, Set.of(), Optional.empty())
                        .isFresh(NOW, Duration.ofMinutes(15)))
                .isFalse();
        assertThat(Administrator.client("c", Scope.NONE).isFresh(NOW, Duration.ZERO))
                .isTrue();
    }
}
