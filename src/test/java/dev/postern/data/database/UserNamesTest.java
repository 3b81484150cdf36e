package dev.postern.data.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.postern.data.LocalSignals;
import dev.postern.data.TestDatabase;
import dev.postern.data.database.UserRegister.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names for subjects and back, as lists of sessions and grants need them. */
class UserNamesTest {

    private final String unique = UUID.randomUUID().toString();

    private static UserRegister register(TestDatabase database) {
        return new JdbcUserRegister(
                database.sql(), TestStores.copies(new LocalSignals(), Ticker.systemTicker()), Clock.systemUTC());
    }

    private String added(UserRegister register, String username) {
        String subject = User.SUBJECT_PREFIX + username + unique;
        register.add(new User(subject, username + unique, "", Map.of(), Set.of(), true, Instant.EPOCH), "console");
        return subject;
    }

    @ParameterizedTest
    @EnumSource
    void many_are_named_at_once_and_who_is_not_there_is_left_out(TestDatabase database) {
        UserRegister register = register(database);
        String one = added(register, "One");
        String two = added(register, "Two");

        register.putAll(List.of(register.find(two).orElseThrow().object().disabled()), "console");

        assertThat(register.people(List.of(one, two, one, "usr_nobody")))
                .containsOnly(
                        Map.entry(one, new Person("One" + unique, true)),
                        Map.entry(two, new Person("Two" + unique, false)));
        assertThat(register.people(List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_name_is_found_in_any_case(TestDatabase database) {
        UserRegister register = register(database);
        String subject = added(register, "Three");

        assertThat(register.subjectNamed("tHREE" + unique)).contains(subject);
        assertThat(register.subjectNamed(subject)).isEmpty();
    }
}
