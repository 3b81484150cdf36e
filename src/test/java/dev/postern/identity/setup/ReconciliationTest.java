package dev.postern.identity.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.identity.setup.OwnedKind.Owned;
import dev.postern.testing.fakes.FakeEvents;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final String FILE = "file:postern.yaml";

    /** A configured object of the simplest kind. */
    private record Thing(String id, String value) {}

    private final FakeEvents events = new FakeEvents();
    private final Map<String, Owned<Thing>> database = new LinkedHashMap<>();
    private final OwnedKind<Thing> things = new OwnedKind<>(
            "thing",
            Thing::id,
            Thing::id,
            thing -> Map.of("value", thing.value()),
            thing -> thing.id().equals("guarded") ? "password" : "",
            ids -> {
                Map<String, Owned<Thing>> present = new HashMap<>(database);
                present.keySet().retainAll(ids);
                return present;
            },
            owner -> database.values().stream()
                    .filter(owned -> owned.owner().equals(owner))
                    .map(owned -> owned.object().id())
                    .toList(),
            (objects, owner) -> objects.forEach(thing -> database.put(thing.id(), new Owned<>(thing, owner))),
            objects -> objects.forEach(thing -> database.remove(thing.id())));

    private List<String> changes(Order order, Thing... wanted) {
        Reconciliation run = new Reconciliation(order, events);
        run.want(things, List.of(wanted));
        run.leaveOut(things);
        return run.plan().differences().stream()
                .map(difference -> difference.id() + " " + difference.action().wire())
                .toList();
    }

    private List<String> changes(Thing... wanted) {
        return changes(Order.atStart(FILE), wanted);
    }

    private List<Difference> planned(Thing... wanted) {
        Reconciliation run = new Reconciliation(new Order(FILE, FILE, false, false), events);
        run.want(things, List.of(wanted));
        return run.plan().differences();
    }

    @Test
    void a_plan_has_the_fields_of_what_is_made_and_of_secrets_that_there_is_one() {
        assertThat(planned(new Thing("a", "1"), new Thing("guarded", "2")))
                .extracting(Difference::after)
                .containsExactly(Map.of("value", "1"), Map.of("value", "2", "password", "(not shown)"));
    }

    @Test
    void a_plan_of_very_many_has_the_fields_of_the_first() {
        String megabyte = "x".repeat(1024 * 1024);
        List<Difference> planned = planned(
                new Thing("a", megabyte),
                new Thing("b", megabyte),
                new Thing("c", megabyte),
                new Thing("d", megabyte),
                new Thing("e", "1"));
        assertThat(planned).extracting(Difference::id).containsExactly("a", "b", "c", "d", "e");
        assertThat(planned)
                .extracting(difference -> difference.after().isEmpty())
                .containsExactly(false, false, false, true, true);
    }

    @Test
    void makes_what_is_missing_and_says_so() {
        assertThat(changes(new Thing("a", "1"))).containsExactly("a created");
        assertThat(database.get("a").owner()).isEqualTo(FILE);
        assertThat(events.published.get(0).details())
                .containsEntry("id", "a")
                .containsEntry("by", FILE)
                .containsEntry("after", "{\"value\":\"1\"}");
    }

    @Test
    void changes_nothing_the_second_time() {
        changes(new Thing("a", "1"), new Thing("b", "2"));

        assertThat(changes(new Thing("a", "1"), new Thing("b", "2"))).isEmpty();
    }

    @Test
    void changes_only_what_differs_and_says_what_it_was() {
        changes(new Thing("a", "1"), new Thing("b", "2"));

        assertThat(changes(new Thing("a", "1"), new Thing("b", "3"))).containsExactly("b changed");
        assertThat(events.published.get(2).details())
                .containsEntry("before", "{\"value\":\"2\"}")
                .containsEntry("after", "{\"value\":\"3\"}");
    }

    @Test
    void removes_what_it_owned_and_no_longer_names_and_nothing_else() {
        database.put("theirs", new Owned<>(new Thing("theirs", "1"), "console"));
        changes(new Thing("a", "1"), new Thing("b", "2"));

        assertThat(changes(new Thing("a", "1"))).containsExactly("b removed");
        assertThat(database).containsOnlyKeys("theirs", "a");
    }

    @Test
    void never_takes_what_belongs_to_another_owner_even_if_it_is_equal() {
        database.put("theirs", new Owned<>(new Thing("theirs", "1"), "console"));

        assertThatThrownBy(() -> changes(new Thing("theirs", "1")))
                .isInstanceOf(SetupRefused.class)
                .hasMessage("file:postern.yaml wants thing 'theirs', which belongs to console:"
                        + " give it another name here, or remove it there first");
    }

    @Test
    void a_plan_changes_nothing() {
        database.put("b", new Owned<>(new Thing("b", "2"), FILE));
        Order plan = new Order(FILE, "usr_1", false, false);

        assertThat(changes(plan, new Thing("a", "1"))).containsExactly("a created", "b removed");
        assertThat(database).containsOnlyKeys("b");
        assertThat(events.published).isEmpty();
    }

    @Test
    void an_order_to_prune_reaches_what_administrators_have_made_and_nobody_else() {
        database.put("named", new Owned<>(new Thing("named", "1"), "console"));
        database.put("unnamed", new Owned<>(new Thing("unnamed", "1"), "console"));
        database.put("another", new Owned<>(new Thing("another", "1"), "file:another.yaml"));
        database.put("part", new Owned<>(new Thing("part", "1"), "built-in"));

        assertThat(changes(new Order(FILE, "usr_1", true, true), new Thing("named", "1")))
                .containsExactly("named changed", "unnamed removed");
        assertThat(database).containsOnlyKeys("named", "another", "part");
        assertThat(database.get("named").owner()).isEqualTo(FILE);
    }
}
