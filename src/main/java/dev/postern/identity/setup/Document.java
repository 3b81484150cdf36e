package dev.postern.identity.setup;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.identity.registration.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A parsed file that still knows where everything stood.
 *
 * @param positions of every value, by JSON pointer
 */
record Document(String fileName, JsonNode root, Map<String, JsonLocation> positions) {

    private static final int MOST_SHOWN = 3;

    /** One line that names the first problems with their lines and columns. */
    SetupRefused refuse(List<Problem> problems) {
        List<String> lines = problems.stream()
                .sorted(Comparator.comparingInt(
                        problem -> position(problem.pointer()).getLineNr()))
                .limit(MOST_SHOWN)
                .map(this::describe)
                .toList();
        int more = problems.size() - lines.size();
        return new SetupRefused("set-up file " + fileName + ", " + String.join("; ", lines)
                + (more > 0 ? "; and " + more + " more" : ""));
    }

    private String describe(Problem problem) {
        JsonLocation at = position(problem.pointer());
        return "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + path(problem.pointer()) + " "
                + problem.reason();
    }

    /** Of the value itself, or of the nearest thing around it that is there. */
    private JsonLocation position(String pointer) {
        String at = pointer;
        while (!positions.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return positions.getOrDefault(at, JsonLocation.NA);
    }

    /** {@code /clients/2/redirect_uris/0} is shown as {@code clients[2].redirect_uris[0]}, counting from 0. */
    private static String path(String pointer) {
        return pointer.isEmpty()
                ? "the file"
                : pointer.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
    }
}
