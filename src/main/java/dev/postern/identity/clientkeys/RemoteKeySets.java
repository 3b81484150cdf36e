package dev.postern.identity.clientkeys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.postern.identity.clientkeys.RemoteKeySet.Fetch;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** The key sets that clients publish, by jwks_uri. */
@Service
class RemoteKeySets {

    private static final int MOST_SETS = 1_000;

    private final Cache<String, RemoteKeySet> sets =
            Caffeine.newBuilder().maximumSize(MOST_SETS).build();
    private final Function<String, Optional<Fetch>> web;
    private final Clock clock;
    private final int mostFetches;

    @Inject
    RemoteKeySets(KeySetFetch web, Clock clock, Settings settings) {
        this(web, clock, settings.get(ClientKeySettings.FETCHES_PER_MINUTE));
    }

    RemoteKeySets(Function<String, Optional<Fetch>> web, Clock clock, int mostFetches) {
        this.web = web;
        this.clock = clock;
        this.mostFetches = mostFetches;
    }

    RemoteKeySet at(String uri) {
        return sets.get(uri, key -> new RemoteKeySet(() -> web.apply(key), clock, mostFetches));
    }
}
