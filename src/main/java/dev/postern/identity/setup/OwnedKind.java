package dev.postern.identity.setup;

import dev.postern.data.queue.Event;
import dev.postern.data.queue.Event.ConfigurationChanged;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One kind of configured object, and how it is found, written and removed.
 *
 * @param name how events and messages call it
 * @param shown what a message may show of an id, which for tokens is nothing
 */
record OwnedKind<T>(
        String name,
        Function<T, String> id,
        Function<T, String> shown,
        Function<String, Optional<T>> find,
        Function<String, Optional<String>> ownerOf,
        Function<String, List<String>> ownedBy,
        BiConsumer<T, String> save,
        Consumer<String> remove) {

    /**
     * Makes what the owner has in the database what it wants there, and touches nothing else.
     *
     * @return what changed
     * @throws SetupRefused if an object that it wants belongs to another owner
     */
    List<Event> bringAbout(List<T> wanted, String owner) {
        List<Event> changes = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (T object : wanted) {
            String objectId = id.apply(object);
            kept.add(objectId);
            Optional<T> stored = find.apply(objectId);
            refuseForeign(object, ownerOf.apply(objectId), owner);
            if (stored.filter(object::equals).isEmpty()) {
                save.accept(object, owner);
                String change = stored.isPresent() ? "changed" : "created";
                changes.add(new ConfigurationChanged(name, shown.apply(object), change, owner));
            }
        }
        for (String objectId : ownedBy.apply(owner)) {
            if (!kept.contains(objectId)) {
                find.apply(objectId).ifPresent(object -> {
                    remove.accept(objectId);
                    changes.add(new ConfigurationChanged(name, shown.apply(object), "removed", owner));
                });
            }
        }
        return changes;
    }

    private void refuseForeign(T object, Optional<String> present, String owner) {
        present.filter(other -> !other.equals(owner)).ifPresent(other -> {
            throw new SetupRefused(owner + " wants " + name + " '" + shown.apply(object) + "', which belongs to "
                    + other + ": give it another name here, or remove it there first");
        });
    }
}
