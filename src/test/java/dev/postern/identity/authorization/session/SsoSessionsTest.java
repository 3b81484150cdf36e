package dev.postern.identity.authorization.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.RandomValues;
import dev.postern.platform.Settings;
import dev.postern.testing.fakes.FakeCache;
import dev.postern.testing.fakes.FakeEndedSessions;
import dev.postern.testing.fakes.TestClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SsoSessionsTest {

    private final TestClock clock = new TestClock();
    private final SsoSessions sessions = new SsoSessions(
            new FakeCache(clock),
            new FakeEndedSessions(),
            new RandomValues(new SecureRandom()),
            clock,
            Settings.of(Map.of("postern.session.lifetime", "12h", "postern.session.idle", "2h")));
    private final SsoSessions.Started started = start();
    private final Optional<String> cookie = Optional.of(started.cookie());

    private SsoSessions.Started start() {
        SsoSessions.Started begun = sessions.start("usr_1", Optional.empty(), List.of("pwd"));
        sessions.store(begun);
        return begun;
    }

    @Test
    void is_found_by_its_cookie_and_not_by_its_id() {
        assertThat(sessions.current(cookie)).contains(started.session());
        assertThat(sessions.current(Optional.of(started.session().id()))).isEmpty();
        assertThat(sessions.current(Optional.empty())).isEmpty();
    }

    @Test
    void every_login_has_a_new_cookie_even_where_the_session_goes_on() {
        SsoSessions.Started again =
                sessions.start("usr_1", Optional.of(started.session().id()), List.of("pwd"));

        assertThat(again.cookie()).isNotEqualTo(started.cookie());
        assertThat(again.session().id()).isEqualTo(started.session().id());
    }

    @Test
    void ends_when_it_is_not_used() {
        clock.pass(Duration.ofHours(2));

        assertThat(sessions.current(cookie)).isEmpty();
    }

    @Test
    void use_keeps_it_alive_until_its_absolute_end() {
        for (int hour = 1; hour < 12; hour++) {
            clock.pass(Duration.ofHours(1));
            assertThat(sessions.current(cookie)).as("hour " + hour).isPresent();
        }
        clock.pass(Duration.ofHours(1));

        assertThat(sessions.current(cookie)).isEmpty();
    }

    @Test
    void a_forgotten_session_does_not_come_back() {
        sessions.forget(started.cookie());

        assertThat(sessions.current(cookie)).isEmpty();
    }

    @Test
    void whoever_lists_sessions_sees_which_are_in_use() {
        String other = start().session().id();
        clock.pass(Duration.ofHours(1));
        sessions.current(cookie);
        clock.pass(Duration.ofHours(1));

        assertThat(sessions.inUse(Set.of(started.session().id(), other, "unknown")))
                .containsExactly(started.session().id());
        assertThat(sessions.inUse(Set.of())).isEmpty();
    }
}
