package dev.postern.identity.setup;

import dev.postern.data.queue.Event.ConfigurationChanged;
import dev.postern.data.queue.Events;
import dev.postern.identity.setup.OwnedKind.Owned;
import dev.postern.platform.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One comparison of what an owner wants with what is there, and, unless it is only a plan, its application. It is told what is wanted part by
 * part, and then what is left over goes.
 */
final class Reconciliation {

    private static final String CONSOLE = "console";
    private static final int AT_ONCE = 1_000;

    /** Of the fields of what is made, in characters of JSON: some thousand clients. */
    private static final int ROOM = 4 * 1024 * 1024;

    private final Order order;
    private final Events events;
    private final Map<String, Set<String>> named = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private int room = ROOM;

    Reconciliation(Order order, Events events) {
        this.order = order;
        this.events = events;
    }

    /** @throws SetupRefused if something that is wanted belongs to another owner */
    <T> void want(OwnedKind<T> kind, List<T> part) {
        List<String> ids = part.stream().map(kind.id()).toList();
        named.computeIfAbsent(kind.name(), name -> new HashSet<>()).addAll(ids);
        Map<String, Owned<T>> present = kind.present().apply(ids);
        List<T> unlike = new ArrayList<>();
        List<Difference> found = new ArrayList<>();
        for (T wanted : part) {
            Owned<T> was = present.get(kind.id().apply(wanted));
            String shown = kind.shown().apply(wanted);
            if (was == null) {
                unlike.add(wanted);
                found.add(Difference.created(
                        kind.name(),
                        shown,
                        kind.written().apply(wanted),
                        kind.secret().apply(wanted)));
            } else if (isTakenOver(kind, shown, was) || !was.object().equals(wanted)) {
                unlike.add(wanted);
                found.add(Difference.changed(
                        kind.name(), shown, shown(kind, was), shown(kind, new Owned<>(wanted, order.owner()))));
            }
        }
        if (order.applies() && !unlike.isEmpty()) {
            kind.save().accept(unlike, order.owner());
        }
        record(found);
    }

    private static <T> Map<String, Object> shown(OwnedKind<T> kind, Owned<T> owned) {
        Map<String, Object> shown = new LinkedHashMap<>(kind.written().apply(owned.object()));
        shown.put("owner", owned.owner());
        return shown;
    }

    /** With the order to prune, what administrators have made by hand becomes the file's. */
    private <T> boolean isTakenOver(OwnedKind<T> kind, String shown, Owned<T> was) {
        if (was.owner().equals(order.owner())) {
            return false;
        }
        if (order.prunes() && was.owner().equals(CONSOLE)) {
            return true;
        }
        throw new SetupRefused(order.owner() + " wants " + kind.name() + " '" + shown + "', which belongs to "
                + was.owner() + ": give it another name here, or remove it there first");
    }

    /** What the owner has and did not name goes; with the order to prune, what administrators have made by hand too. */
    <T> void leaveOut(OwnedKind<T> kind) {
        List<String> surplus = new ArrayList<>(kind.ownedBy().apply(order.owner()));
        if (order.prunes()) {
            surplus.addAll(kind.ownedBy().apply(CONSOLE));
        }
        surplus.removeAll(named.getOrDefault(kind.name(), Set.of()));
        for (int from = 0; from < surplus.size(); from += AT_ONCE) {
            List<String> part = surplus.subList(from, Math.min(surplus.size(), from + AT_ONCE));
            List<T> gone = kind.present().apply(part).values().stream()
                    .map(Owned::object)
                    .toList();
            if (order.applies()) {
                kind.remove().accept(gone);
            }
            record(gone.stream()
                    .map(object -> Difference.removed(
                            kind.name(),
                            kind.shown().apply(object),
                            kind.written().apply(object)))
                    .toList());
        }
    }

    private void record(List<Difference> found) {
        found.forEach(difference -> differences.add(kept(difference)));
        if (order.applies() && !found.isEmpty()) {
            events.enlist(found.stream().map(this::event).toList());
        }
    }

    /** Of what is made, the fields are kept while there is room for them; of what goes, the id says it all. */
    private Difference kept(Difference difference) {
        return switch (difference.action()) {
            case CHANGED -> difference;
            case REMOVED -> difference.named();
            case CREATED -> {
                room -= room > 0 ? json(difference.after()).length() : 0;
                yield room > 0 ? difference : difference.named();
            }
        };
    }

    private ConfigurationChanged event(Difference difference) {
        return new ConfigurationChanged(
                difference.kind(),
                difference.id(),
                difference.action().wire(),
                order.by(),
                order.by().equals(order.owner()) ? "" : order.owner(),
                json(difference.before()),
                json(difference.after()));
    }

    private static String json(Map<String, Object> fields) {
        return fields.isEmpty() ? "" : Json.write(fields);
    }

    Plan plan() {
        return new Plan(order.owner(), List.copyOf(differences));
    }
}
