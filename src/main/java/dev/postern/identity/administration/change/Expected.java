package dev.postern.identity.administration.change;

import java.util.Set;

/** Which state of an object somebody wants to change: one of some revisions, or whatever is there. */
public record Expected(Set<String> revisions, boolean anything) {

    /** Whatever is there: who says so wants to overwrite. */
    public static final Expected ANYTHING = new Expected(Set.of(), true);

    public static Expected oneOf(Set<String> revisions) {
        return new Expected(Set.copyOf(revisions), false);
    }

    public Expected(String revision) {
        this(Set.of(revision), false);
    }

    public boolean isMetBy(String present) {
        return anything || revisions.contains(present);
    }
}
