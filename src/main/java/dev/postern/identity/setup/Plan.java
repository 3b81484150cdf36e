package dev.postern.identity.setup;

import dev.postern.identity.setup.Difference.Action;
import java.util.List;

/** What applying a file changes, or has changed. Of what is removed only the ids are kept, and of what is made the fields of the first few thousand objects: there may be many. */
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
