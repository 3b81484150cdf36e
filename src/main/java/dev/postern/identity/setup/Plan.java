package dev.postern.identity.setup;

import dev.postern.identity.setup.Difference.Action;
import java.util.List;

/** What applying a file changes, or has changed. Of what is made and removed only the ids are kept: there may be many. */
public record Plan(String owner, List<Difference> differences) {

    public boolean isEmpty() {
        return differences.isEmpty();
    }

    public long count(Action action) {
        return differences.stream()
                .filter(difference -> difference.action() == action)
                .count();
    }
}
