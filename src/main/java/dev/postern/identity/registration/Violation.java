package dev.postern.identity.registration;

/**
 * A rule that an object breaks.
 *
 * @param field the metadata field at fault, by its wire name
 * @param index the entry of a list field, -1 for the field as a whole
 */
public record Violation(String field, int index, String reason) {

    public static Violation of(String field, String reason) {
        return new Violation(field, -1, reason);
    }

    /** Where it is in a document whose object stands at the given JSON pointer. */
    public Problem at(String pointer) {
        return new Problem(pointer + "/" + field + (index < 0 ? "" : "/" + index), reason);
    }
}
