package dev.postern.identity.registration;

import dev.postern.identity.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What could not be read of an object and which rules the rest of it breaks, told at once as far as that is sound: a rule about a value that could not be
 * read would only repeat that, and one that looks at it besides its own field would speak of a default that nobody asked for.
 */
public final class Faults {

    /** What says nothing of any value. */
    private static final Set<Rule> OF_NO_VALUE =
            Set.of(Rule.UNKNOWN_FIELD, Rule.SECRET_OF_SERVER, Rule.META_OF_SERVER, Rule.CLIENT_ID_CHANGED);

    private final String pointer;
    private final List<Problem> problems;

    /** @param problems what could not be read of the object at the pointer; what rules say is added */
    public Faults(String pointer, List<Problem> problems) {
        this.pointer = pointer;
        this.problems = problems;
    }

    /** @param alone whether no rule about another field looks at this one */
    public void add(List<Violation> violations, Predicate<String> alone) {
        List<String> unread = problems.stream()
                .filter(problem -> !OF_NO_VALUE.contains(problem.breach().rule()))
                .map(this::blamed)
                .toList();
        if (unread.stream().map(Faults::field).allMatch(alone)) {
            violations.stream()
                    .filter(violation -> unread.stream().noneMatch(place -> isSame(place, violation.at(""))))
                    .forEach(violation -> problems.add(violation.at(pointer)));
        }
    }

    /** The place within the object; what is missing is to blame itself. */
    private String blamed(Problem problem) {
        String place = problem.pointer().substring(pointer.length());
        return problem.breach().rule() == Rule.MISSING
                ? place + "/" + problem.breach().values().get(0)
                : place;
    }

    private static String field(String place) {
        return place.replaceFirst("^/", "").replaceFirst("[/#].*", "");
    }

    /** Or a part of it, or a translation. */
    private static boolean isSame(String place, Problem violation) {
        String other = violation.pointer();
        return place.equals(other)
                || place.startsWith(other + "/")
                || place.startsWith(other + "#")
                || other.startsWith(place + "/");
    }
}
