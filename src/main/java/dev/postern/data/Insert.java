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

    String parameters() {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    @Override
    public String toString() {
        return "Insert[" + into + "]";
    }
}
