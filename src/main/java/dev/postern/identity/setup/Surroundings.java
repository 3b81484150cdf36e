package dev.postern.identity.setup;

import dev.postern.identity.registration.KnownNames;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a file may refer to although it does not make it, and where its secrets come from.
 *
 * @param existing scopes and resource servers of other owners
 * @param existingClient whether another owner has such a client
 * @param keptSecret whether a client of this id has a secret already, which it keeps where the file says nothing of one
 */
record Surroundings(
        Secrets secrets, KnownNames existing, Predicate<String> existingClient, Predicate<String> keptSecret) {

    /** A question that is asked again and again while a file is read. */
    static Predicate<String> remembered(Predicate<String> question) {
        Map<String, Boolean> answers = new HashMap<>();
        return name -> answers.computeIfAbsent(name, question::test);
    }
}
