package dev.postern.identity.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.data.queue.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnedKindTest {

    private static final String FILE = "file:postern.yaml";

    /** A configured object of the simplest kind. */
    private record Thing(String id, String value) {}

    private record Stored(Thing thing, String owner) {}

    private final Map<String, Stored> database = new LinkedHashMap<>();
    private final OwnedKind<Thing> things = new OwnedKind<>(
            "thing",
            Thing::id,
            Thing::id,
            id -> Optional.ofNullable(database.get(id)).map(Stored::thing),
            id -> Optional.ofNullable(database.get(id)).map(Stored::owner),
            owner -> database.values().stream()
                    .filter(stored -> stored.owner().equals(owner))
                    .map(stored -> stored.thing().id())
                    .toList(),
            (thing, owner) -> database.put(thing.id(), new Stored(thing, owner)),
            database::remove);

    @Test
    void makes_what_is_missing_and_says_so() {
        assertThat(changes(new Thing("a", "1"))).containsExactly("a created by " + FILE);
        assertThat(database.get("a").owner()).isEqualTo(FILE);
    }

    @Test
    void changes_nothing_the_second_time() {
        changes(new Thing("a", "1"), new Thing("b", "2"));

        assertThat(changes(new Thing("a", "1"), new Thing("b", "2"))).isEmpty();
    }

    @Test
    void changes_only_what_differs() {
        changes(new Thing("a", "1"), new Thing("b", "2"));

        assertThat(changes(new Thing("a", "1"), new Thing("b", "3"))).containsExactly("b changed by " + FILE);
    }

    @Test
    void removes_what_it_owned_and_no_longer_names_and_nothing_else() {
        database.put("theirs", new Stored(new Thing("theirs", "1"), "console"));
        changes(new Thing("a", "1"), new Thing("b", "2"));

        assertThat(changes(new Thing("a", "1"))).containsExactly("b removed by " + FILE);
        assertThat(database).containsOnlyKeys("theirs", "a");
    }

    @Test
    void never_takes_what_belongs_to_another_owner_even_if_it_is_equal() {
        database.put("theirs", new Stored(new Thing("theirs", "1"), "console"));

        assertThatThrownBy(() -> changes(new Thing("theirs", "1")))
                .isInstanceOf(SetupRefused.class)
                .hasMessage("file:postern.yaml wants thing 'theirs', which belongs to console:"
                        + " give it another name here, or remove it there first");
    }

    private List<String> changes(Thing... wanted) {
        return things.bringAbout(List.of(wanted), FILE).stream()
                .map(OwnedKindTest::shown)
                .toList();
    }

    private static String shown(Event event) {
        Map<String, String> details = event.details();
        return details.get("id") + " " + details.get("change") + " by " + details.get("by");
    }
}
