package dev.postern.identity.console.catalog;

import dev.postern.identity.administration.catalog.CatalogUsage;
import dev.postern.page.Words;
import java.util.ArrayList;
import java.util.List;

/** What a deletion breaks, in words. */
final class Breakage {

    private Breakage() {}

    /** @param kind what the keys of the words end with */
    static List<String> of(Words words, String kind, CatalogUsage usage) {
        List<String> broken = new ArrayList<>();
        broken.add(words.text("breaks.tokens." + kind));
        usage.clients().forEach(client -> broken.add(words.text("breaks.client." + kind, client)));
        usage.resourceServers().forEach(server -> broken.add(words.text("breaks.server." + kind, server)));
        return broken;
    }
}
