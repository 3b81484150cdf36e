package dev.postern.identity.registration;

import dev.postern.identity.rule.Breach;

/**
 * A rule that an object breaks.
 *
 * @param field the metadata field at fault, by its wire name
 * @param index the entry of a list field, {@link #WHOLE} for the field as a whole
 */
public record Violation(String field, int index, Breach breach) {

    static final int WHOLE = -1;

    public static Violation of(String field, Breach breach) {
        return new Violation(field, WHOLE, breach);
    }

    /** Where it is in a document whose object stands at the given JSON pointer. */
    public Problem at(String pointer) {
        return new Problem(pointer + "/" + field + (index < 0 ? "" : "/" + index), breach);
    }
}
