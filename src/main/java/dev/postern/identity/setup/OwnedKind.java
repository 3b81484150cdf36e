package dev.postern.identity.setup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One kind of configured object, and how many of it at once are found, written and removed.
 *
 * @param name how events and messages call it
 * @param shown what a message may show of an id, which for tokens is nothing
 * @param written its fields as administrators see them, without secrets
 * @param secret what it has that nobody is shown, by the name of its field; empty if it has none
 * @param present of these ids, what is there
 * @param ownedBy the ids of what an owner has and could lose
 */
record OwnedKind<T>(
        String name,
        Function<T, String> id,
        Function<T, String> shown,
        Function<T, Map<String, Object>> written,
        Function<T, String> secret,
        Function<Collection<String>, Map<String, Owned<T>>> present,
        Function<String, List<String>> ownedBy,
        BiConsumer<List<T>, String> save,
        Consumer<List<T>> remove) {

    /** An object that is there, and whose it is. */
    record Owned<T>(T object, String owner) {}
}
