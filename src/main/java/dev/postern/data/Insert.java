package dev.postern.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that is to be inserted.
 *
 * @param into the table with its columns in brackets; a constant, so that the database knows the statement again
 * @param values one for each column
 */
public record Insert(String into, List<@Nullable Object> values) {

    public static Insert of(String into, @Nullable Object... values) {
        return new Insert(into, Collections.unmodifiableList(Arrays.asList(values)));
    }

    /** The statement that inserts it unless one with a key of it is there. */
    String once() {
        return "insert into " + into + " values (" + parameters() + ") on conflict do nothing";
    }

    /** One statement, for PostgreSQL, that inserts both, or none if a row with a key of the first is there. */
    static String together(Insert first, Insert second) {
        return "with first as (" + first.once() + " returning 1) insert into " + second.into + " select "
                + second.parameters() + " from first";
    }

    private String parameters() {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    @Override
    public String toString() {
        return "Insert[" + into + "]";
    }
}
