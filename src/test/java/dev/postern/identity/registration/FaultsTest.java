package dev.postern.identity.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.identity.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final Predicate<String> EVERY = field -> true;

    private static Problem unread(String pointer, Rule rule, Object... values) {
        return new Problem(pointer, rule.brokenBy(values));
    }

    private static Violation broken(String field) {
        return Violation.of(field, Rule.TOO_LONG.brokenBy(1));
    }

    private static List<String> told(Predicate<String> alone, List<Problem> unread, String... broken) {
        List<Problem> problems = new ArrayList<>(unread);
        new Faults("/users/0", problems)
                .add(Arrays.stream(broken).map(FaultsTest::broken).toList(), alone);
        return problems.subList(unread.size(), problems.size()).stream()
                .map(Problem::pointer)
                .toList();
    }

    @Test
    void rules_of_other_fields_are_told_with_what_could_not_be_read() {
        assertThat(told(EVERY, List.of(unread("/users/0/roles", Rule.NOT_A_LIST)), "username", "claims/name"))
                .containsExactly("/users/0/username", "/users/0/claims/name");
    }

    @Test
    void a_rule_of_the_same_value_would_only_repeat_it() {
        assertThat(told(EVERY, List.of(unread("/users/0/roles", Rule.NOT_A_LIST)), "roles"))
                .isEmpty();
        assertThat(told(EVERY, List.of(unread("/users/0/roles/1", Rule.NOT_TEXT)), "roles"))
                .isEmpty();
        assertThat(told(EVERY, List.of(unread("/users/0/claims", Rule.NOT_AN_OBJECT)), "claims/name"))
                .isEmpty();
        assertThat(told(EVERY, List.of(unread("/users/0/description#es", Rule.NOT_TEXT)), "description"))
                .isEmpty();
        assertThat(told(EVERY, List.of(unread("/users/0", Rule.MISSING, "username")), "username", "roles"))
                .containsExactly("/users/0/roles");
    }

    @Test
    void nothing_is_said_where_a_rule_might_look_at_what_could_not_be_read() {
        Predicate<String> alone = "contacts"::equals;
        assertThat(told(alone, List.of(unread("/users/0/jwks", Rule.NOT_AN_OBJECT)), "redirect_uris"))
                .isEmpty();
        assertThat(told(alone, List.of(unread("/users/0/contacts/0", Rule.NOT_TEXT)), "redirect_uris"))
                .containsExactly("/users/0/redirect_uris");
    }

    @Test
    void an_unknown_field_says_nothing_of_any_value() {
        assertThat(told(
                        field -> false,
                        List.of(unread("/users/0/colour", Rule.UNKNOWN_FIELD, "name")),
                        "redirect_uris"))
                .containsExactly("/users/0/redirect_uris");
        assertThat(told(field -> false, List.of(), "redirect_uris")).containsExactly("/users/0/redirect_uris");
    }
}
