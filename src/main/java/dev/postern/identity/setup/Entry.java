package dev.postern.identity.setup;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.identity.registration.Problem;
import java.util.Map;

/**
 * One object of a configuration file that still knows where everything of it stood.
 *
 * @param pointer of the object in the file: {@code /clients/2}
 * @param positions of every value in it, by JSON pointer
 */
record Entry(String section, int index, String pointer, JsonNode value, Map<String, JsonLocation> positions) {

    /** A problem with its place, to be told to a person. */
    Misplaced place(Problem problem) {
        JsonLocation at = position(problem.pointer());
        return new Misplaced(at.getLineNr(), at.getColumnNr(), path(problem.pointer()) + " " + problem.reason());
    }

    /** Of the value itself, or of the nearest thing around it that is there. */
    private JsonLocation position(String problemPointer) {
        String at = problemPointer;
        while (!positions.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return positions.getOrDefault(at, JsonLocation.NA);
    }

    /** {@code /clients/2/redirect_uris/0} is shown as {@code clients[2].redirect_uris[0]}, counting from 0. */
    private static String path(String pointer) {
        return pointer.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
    }
}
