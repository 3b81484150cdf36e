package dev.postern.identity.setup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a file: the first problems are told, the others counted. */
final class Findings {

    private static final int MOST_SHOWN = 3;
    private static final int MOST_KEPT = 1_000;

    private final String fileName;
    private final List<Misplaced> kept = new ArrayList<>();
    private int count;

    Findings(String fileName) {
        this.fileName = fileName;
    }

    void add(Misplaced problem) {
        count++;
        if (kept.size() < MOST_KEPT) {
            kept.add(problem);
        }
    }

    /** @throws SetupRefused if there is anything, in one line that names the first problems with their lines and columns */
    void refuseIfAny() {
        if (count == 0) {
            return;
        }
        List<String> lines = kept.stream()
                .sorted(Comparator.comparingInt(Misplaced::line))
                .limit(MOST_SHOWN)
                .map(Misplaced::toString)
                .toList();
        int more = count - lines.size();
        throw new SetupRefused("set-up file " + fileName + ", " + String.join("; ", lines)
                + (more > 0 ? "; and " + more + " more" : ""));
    }
}
