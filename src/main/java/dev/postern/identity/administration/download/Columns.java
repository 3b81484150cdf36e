package dev.postern.identity.administration.download;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How a row of a list looks in a file.
 *
 * @param names of the columns
 * @param cells in the order of the names
 * @param object the same as a JSON object
 */
public record Columns<T>(
        List<String> names, Function<T, List<String>> cells, Function<T, Map<String, Object>> object) {}
